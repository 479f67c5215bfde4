import { ChevronLeft, ChevronRight, TriangleAlert } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { ViewNote } from '#preview/ViewNote.tsx'
import styles from './ItemPager.module.css'
import type { Items } from './use-items.ts'
import type { ShownQuestions } from './use-shown-questions.ts'

type ItemPagerProps = {
  shown: ShownQuestions
  /** Scrolls to the first page of questions. */
  onGoTo: () => void
}

/** Above the sheet: which item the questions are shown with, and the way to the others. */
export function ItemPager({ shown, onGoTo }: ItemPagerProps) {
  const { items, showsData, hasItemPages, isStale, hasPages } = shown
  return (
    <>
      {isStale && (
        <ViewNote tone="caution" icon={TriangleAlert}>
          The questions cannot be read right now
          {hasPages ? '; this is the last readable version.' : '.'}
        </ViewNote>
      )}
      {hasPages && (
        <div className={styles.row}>
          {items.total > 0 && hasItemPages && <Steps items={items} />}
          {items.total === 0 && showsData && (
            <p className={styles.quiet}>Your data’s columns are shown by name.</p>
          )}
          <span className={styles.end}>
            <Button kind="quiet" onClick={onGoTo}>
              Go to questions
            </Button>
          </span>
        </div>
      )}
    </>
  )
}

function Steps({ items: { index, total, go } }: { items: Items }) {
  const last = index + 1 >= total
  return (
    <div role="group" aria-label="Item shown" className={styles.steps}>
      <Button
        kind="quiet"
        aria-label="Previous item"
        aria-disabled={index === 0}
        onClick={() => index > 0 && go(index - 1)}
      >
        <ChevronLeft aria-hidden size={16} />
      </Button>
      <span role="status" className={styles.place}>
        Item {index + 1} of {total}
      </span>
      <Button
        kind="quiet"
        aria-label="Next item"
        aria-disabled={last}
        onClick={() => !last && go(index + 1)}
      >
        <ChevronRight aria-hidden size={16} />
      </Button>
    </div>
  )
}
