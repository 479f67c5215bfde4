import { ChevronDown } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import styles from './Toolbar.module.css'

type ToolMenuProps = {
  name: string
  label: string
  face: ReactNode
  wideOnly?: boolean
  /** The list opens towards the start of the line. */
  atEnd?: boolean
  tabIndex: number
  children: ReactNode
}

/** A button of the toolbar that discloses further ones. */
export function ToolMenu({
  name,
  label,
  face,
  wideOnly = false,
  atEnd = false,
  tabIndex,
  children,
}: ToolMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const openedByKey = useRef(false)
  const [open, setOpen] = useState(false)

  const place = () => {
    if (!button.current || !panel.current) return
    const { left, right, bottom } = button.current.getBoundingClientRect()
    const { clientWidth } = document.documentElement
    // In the document, not in the window, so that it moves with the text while scrolling.
    panel.current.style.top = `${bottom + scrollY + 4}px`
    // At the button's start, or at its end where that would reach over the neighbour's column.
    const width = Math.min(300, clientWidth - 16)
    const start = atEnd ? right - width : left
    panel.current.style.left = `${Math.max(8, start)}px`
    panel.current.style.maxHeight = `${Math.max(240, innerHeight - bottom - 12)}px`
  }
  const items = () =>
    [...(panel.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])].filter(
      (item) => item.checkVisibility?.() ?? true,
    )

  const move = (event: KeyboardEvent) => {
    // The toolbar's own keys mean nothing in here; Escape is the popover's.
    event.stopPropagation()
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    const targets: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    all.at(target)?.focus()
  }

  return (
    <span className={styles.menu} data-wide-only={wideOnly || undefined}>
      <button
        ref={button}
        type="button"
        className={styles.menuButton}
        data-tool={name}
        aria-label={label}
        title={label}
        aria-expanded={open}
        tabIndex={tabIndex}
        onClick={({ detail }) => {
          openedByKey.current = detail === 0
          panel.current?.togglePopover()
        }}
      >
        {face}
        <ChevronDown aria-hidden size={16} />
      </button>
      <div
        ref={panel}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles.panel}
        onKeyDown={move}
        onBeforeToggle={place}
        onClick={({ target }) => {
          if (target instanceof Element && target.closest('[data-tool]:not([aria-disabled])')) {
            panel.current?.hidePopover()
          }
        }}
        onToggle={({ newState }) => {
          flushSync(() => setOpen(newState === 'open'))
          // Opened by a key: the keys go on inside. A press leaves the focus in the text.
          if (newState === 'open' && openedByKey.current) items()[0]?.focus()
        }}
      >
        {open && children}
      </div>
    </span>
  )
}
