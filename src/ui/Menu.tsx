import { ChevronDown } from 'lucide-react'
import { useId, useRef, type ReactNode } from 'react'
import styles from './Menu.module.css'

type MenuProps = {
  label: ReactNode
  /** Read out instead of the face of the button, when that alone says too little. */
  name?: string
  className?: string | undefined
  children: (close: () => void) => ReactNode
}

/**
 * A button that discloses a short list of links and buttons. The native popover brings the top layer,
 * Escape, a press outside and the return of the focus; what is left to do is to place it.
 */
export function Menu({ label, name, className, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  const place = () => {
    if (!button.current || !panel.current) return
    const { top, bottom, left, right } = button.current.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    // Below a button at the foot of the window there is no room.
    const upwards = top > clientHeight * 0.75
    panel.current.style.insetBlock = upwards
      ? `auto ${clientHeight - top + 4}px`
      : `${bottom + 4}px auto`
    // It grows towards the middle of the window.
    panel.current.style.insetInline =
      right < clientWidth / 2
        ? `${Math.max(8, left)}px auto`
        : `auto ${Math.max(8, clientWidth - right)}px`
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? styles.button}
        aria-label={name}
        popoverTarget={id}
      >
        {label}
        <ChevronDown aria-hidden size={16} />
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.panel} onBeforeToggle={place}>
        {children(() => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  )
}
