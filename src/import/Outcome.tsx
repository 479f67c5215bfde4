import type { Environment } from '#contract/environment.ts'
import { LinkButton } from '#ui/Button.tsx'
import styles from './Outcome.module.css'
import type { ImportOutcome } from './import-content.ts'
import { ImportNotice } from './ImportNotice.tsx'

type OutcomeProps = {
  taken: readonly ImportOutcome[]
  /** Where the list of drafts is; missing on that list itself. */
  environment?: Environment
  /** Makes a draft of a text for people; missing where that is not offered. */
  onIntroduction?: (taken: ImportOutcome) => void
  /** Moves the part that says what to do to the steps of the draft that was made. */
  onSteps: (taken: ImportOutcome) => void
}

/** The outcome of everything that was imported at once. Takes the focus: people were waiting for it. */
export function Outcome({ taken, environment, onIntroduction, onSteps }: OutcomeProps) {
  return (
    <section
      ref={(section) => section?.focus()}
      tabIndex={-1}
      aria-label="Import results"
      data-printed
      className={styles.outcome}
    >
      {taken.map((each, index) => (
        // Two files may have one name, and the list is never put in another order.
        <ImportNotice
          key={`${index} ${each.from}`}
          taken={each}
          onIntroduction={onIntroduction}
          onSteps={() => onSteps(each)}
        />
      ))}
      {environment && taken.some(({ added }) => added.length > 0) && (
        <div className={styles.actions}>
          <LinkButton href={`/${environment}/drafts`}>See all drafts</LinkButton>
        </div>
      )}
    </section>
  )
}
