import { useId } from 'react'
import { labelOf } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import type { Check } from './check.ts'
import styles from './CheckRow.module.css'

export type CheckActions = {
  onShow: (check: Check) => void
  onFix: (check: Check) => void
}

/** What, where in quoted words, and one button: it mends the place, or leads to it. */
export function CheckRow({ check, onShow, onFix }: { check: Check } & CheckActions) {
  const id = useId()
  const { field, what, advice } = check
  const quote = 'position' in check ? check.position.quote : check.quote
  const where = quote ? `${labelOf(field)}: “${quote}”` : labelOf(field)
  const fix = 'position' in check ? check.fix : undefined
  return (
    <li className={styles.row}>
      <div id={id}>
        <p>{what}</p>
        {fix ? (
          <button
            type="button"
            className={styles.where}
            title="Show it"
            onClick={() => onShow(check)}
          >
            {where}
          </button>
        ) : (
          <p className={styles.note}>{where}</p>
        )}
        {advice && <p className={styles.note}>{advice}</p>}
      </div>
      {fix ? (
        <Button kind="quiet" aria-describedby={id} onClick={() => onFix(check)}>
          {fix.label}
        </Button>
      ) : (
        <Button kind="quiet" aria-describedby={id} onClick={() => onShow(check)}>
          {'at' in check ? 'Go to the question' : `Go to ${labelOf(field)}`}
        </Button>
      )}
    </li>
  )
}
