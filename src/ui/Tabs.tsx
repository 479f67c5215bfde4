import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './Tabs.module.css'

export type Tab<Name extends string> = {
  name: Name
  label: string
  /** Shown beside the label when there is something to count. */
  count?: number | undefined
  panel: ReactNode
}

type TabsProps<Name extends string> = {
  label: string
  tabs: readonly Tab<Name>[]
  selected: Name
  onSelect: (name: Name) => void
}

/**
 * Tabs after the ARIA pattern: one tab stop, arrows, Home and End. Panels stay mounted while hidden,
 * so that scroll position, caret and a loaded preview survive a switch.
 */
export function Tabs<Name extends string>({ label, tabs, selected, onSelect }: TabsProps<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === selected)
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const target = steps[event.key]
    if (target === undefined) return
    event.preventDefault()
    const tab = tabs.at(target % tabs.length)
    if (!tab) return
    onSelect(tab.name)
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus()
  }

  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
        {tabs.map(({ name, label: text, count }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}-tab`}
            data-tab={name}
            className={styles.tab}
            aria-selected={name === selected}
            aria-controls={`${id}-${name}`}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect(name)}
          >
            {text}
            {count ? <span className={styles.count}>{count}</span> : null}
          </button>
        ))}
      </div>
      {tabs.map(({ name, panel }) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}-${name}`}
          className={styles.panel}
          aria-labelledby={`${id}-${name}-tab`}
          hidden={name !== selected}
        >
          {panel}
        </div>
      ))}
    </div>
  )
}
