import type { Place } from '#contract/environment.ts'
import { LinkButton } from '#ui/Button.tsx'
import styles from './Outcome.module.css'
import type { TakenIn } from './take-in.ts'
import { TakenNotice } from './TakenNotice.tsx'

type OutcomeProps = {
  taken: readonly TakenIn[]
  /** Where the list of drafts is; missing on that list itself. */
  place?: Place
  /** Makes a draft of a text for people; missing where that is not offered. */
  onIntroduction?: (taken: TakenIn) => void
}

/** What became of everything that was taken in at once. Takes the focus, for it is what was waited for. */
export function Outcome({ taken, place, onIntroduction }: OutcomeProps) {
  return (
    <section
      ref={(section) => section?.focus()}
      tabIndex={-1}
      aria-label="What became of it"
      className={styles.outcome}
    >
      {taken.map((each, index) => (
        // Two files may have one name, and the list is never put in another order.
        <TakenNotice key={`${index} ${each.from}`} taken={each} onIntroduction={onIntroduction} />
      ))}
      {place && taken.some(({ added }) => added.length > 0) && (
        <div className={styles.actions}>
          <LinkButton href={`/${place}/drafts`}>See all drafts</LinkButton>
        </div>
      )}
    </section>
  )
}
