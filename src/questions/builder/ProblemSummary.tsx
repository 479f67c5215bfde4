import { CircleAlert } from 'lucide-react'
import { counted } from '#ui/counted.ts'
import { focusCard } from '#questions/builder/state/builder-context.ts'
import styles from './builder.module.css'
import type { Problems } from '#questions/builder/state/item-problems.ts'

type ProblemSummaryProps = { invalid: boolean; problems: Problems }

/** How much there is to fix, once the form asked for it, with a way to the first card. */
export function ProblemSummary({ invalid, problems }: ProblemSummaryProps) {
  const { byItem, elsewhere } = problems
  const [first] = byItem.keys()
  const count = [...byItem.values()].flat().length
  if (!invalid || count + elsewhere.length === 0) return null
  const [page = 0, row = 0, column = 0, item = 0] = first?.split('-').map(Number) ?? []
  return (
    <ul className={styles.problems}>
      {elsewhere.map((sentence) => (
        <li key={sentence}>
          <CircleAlert aria-hidden size={16} />
          {sentence}
        </li>
      ))}
      {count > 0 && (
        <li>
          <CircleAlert aria-hidden size={16} />
          {counted(count, 'problem')} to fix.{' '}
          <button
            type="button"
            className={styles.link}
            onClick={({ currentTarget }) =>
              focusCard(currentTarget.closest('[data-builder]'), { page, row, column, item })
            }
          >
            Show the first
          </button>
        </li>
      )}
    </ul>
  )
}
