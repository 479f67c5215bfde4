import { X } from 'lucide-react'
import { useLayoutEffect, useId, useRef, type ReactNode } from 'react'
import styles from './Dialog.module.css'

type DialogProps = {
  title: string
  /** Called for Escape, the close button and a press outside; the owner then stops rendering it. */
  onClose: () => void
  children: ReactNode
  /** The buttons at the foot, the main one first. */
  actions?: ReactNode
  wide?: boolean
  /** Fills the window up to its head, for what is read on a phone. */
  sheet?: boolean
  /** Is what there is to print, in the place of the page below it. */
  printed?: boolean
}

/**
 * A modal dialog for as long as it is rendered. The native element keeps the focus inside, makes the
 * rest inert and gives the focus back to where it came from.
 */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, actions, wide = false, sheet = false, printed } = props
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Only a method call opens a native dialog as a modal one. A layout effect, because a dialog gives
  // the focus back only while it is still in the page, and an ordinary one is cleaned up after that.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      data-wide={wide || undefined}
      data-sheet={sheet || undefined}
      data-printed={printed || undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={styles.panel}>
        <div className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
            <X aria-hidden size={20} />
          </button>
        </div>
        <div className={styles.content}>{children}</div>
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}
