import { useState } from 'react'
import { Later } from '#ui/Later.tsx'
import styles from './HelpButton.module.css'

const loadHelp = async () => (await import('./HelpDialog.tsx')).HelpDialog

type HelpButtonProps = { className?: string | undefined; onOpen?: () => void }

/** Opens the short help. */
export function HelpButton({ className, onOpen }: HelpButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={className ?? styles.button}
        onClick={() => {
          onOpen?.()
          setOpen(true)
        }}
      >
        Help
      </button>
      {open && (
        <Later load={loadHelp} name="the help">
          {(HelpDialog) => <HelpDialog onClose={() => setOpen(false)} />}
        </Later>
      )}
    </>
  )
}
