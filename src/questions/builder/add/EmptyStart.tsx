import type { ReactNode } from 'react'
import { factsOf } from '#questions/kinds/facts-of.ts'
import { Button } from '#ui/Button.tsx'
import { useBuilder } from '#questions/builder/state/builder-context.ts'
import type { Adding } from '#questions/builder/state/builder-state.ts'
import styles from '#questions/builder/builder.module.css'
import { focusAdding, focusForm } from '#questions/builder/state/focus-form.ts'

const first: Adding = { gap: { page: 0, row: 0 } }

/** What there is to begin with where there are no questions yet. */
export function EmptyStart({ children }: { children: ReactNode }) {
  const { store } = useBuilder()
  const add = (type: string) => (event: { currentTarget: Element }) => {
    const facts = factsOf(type)
    if (facts) focusForm(event.currentTarget, () => store.add(first, [facts.fresh()], true))
  }
  return (
    <div className={styles.empty}>
      <h3>What should people answer about each item?</h3>
      <div className={styles.starts}>
        <Button data-first onClick={() => store.startScale({ adding: first })}>
          Rating scale…
        </Button>
        <Button onClick={add('multiple_choice')}>Choice</Button>
        <Button onClick={add('free_text')}>Free text</Button>
        <Button onClick={() => store.startPasting(first)}>Paste questions…</Button>
        <Button
          onClick={({ currentTarget }) =>
            focusAdding(currentTarget, () => store.startAdding(first))
          }
        >
          Something else…
        </Button>
      </div>
      <div className={styles.moreStarts}>{children}</div>
    </div>
  )
}
