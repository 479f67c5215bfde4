import { useState, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { grouped } from '#ui/counted.ts'
import type { Check } from './check.ts'
import { CheckRow, type CheckActions } from './CheckRow.tsx'
import styles from './ChecksPanel.module.css'

/** Places of one kind that are listed before the rest is asked for, and how many come at a time. */
const FIRST = 3
const MORE = 50

type CheckGroupProps = CheckActions & {
  title: string
  tone: 'bad' | 'caution' | 'plain'
  checks: readonly Check[]
  note?: ReactNode
  /** Below the note. */
  action?: ReactNode
}

/** Checks of one weight, those that say the same together. Nothing when there are none. */
export function CheckGroup({ title, tone, checks, note, action, ...actions }: CheckGroupProps) {
  if (checks.length === 0) return null
  const kinds = new Map<string, Check[]>()
  for (const check of checks) {
    const sameKind = kinds.get(check.what)
    if (sameKind) sameKind.push(check)
    else kinds.set(check.what, [check])
  }
  return (
    <section className={styles.group}>
      <h3 className={styles[tone]}>
        {title} ({grouped(checks.length)})
      </h3>
      {note && <p className={styles.note}>{note}</p>}
      {action}
      <ul className={styles.list}>
        {[...kinds].map(([what, sameKind]) => (
          <SameKind key={what} what={what} checks={sameKind} {...actions} />
        ))}
      </ul>
    </section>
  )
}

function SameKind({
  what,
  checks,
  ...actions
}: CheckActions & { what: string; checks: readonly Check[] }) {
  const [shown, setShown] = useState(FIRST)
  const left = checks.length - shown
  return (
    <>
      {checks.slice(0, shown).map((check, index) => (
        // A place has no name of its own, and rows hold no state.
        <CheckRow key={index} check={check} {...actions} />
      ))}
      {left > 0 && (
        <li>
          <Button kind="quiet" onClick={() => setShown(shown + MORE)}>
            Show {grouped(Math.min(left, MORE))} more of {grouped(checks.length)}: {what}
          </Button>
        </li>
      )}
    </>
  )
}
