import type { Backend } from '#contract/app-config.ts'
import { DamagedSend } from './DamagedSend.tsx'
import { UNCERTAIN } from './uncertain-id.ts'
import { UncertainSend } from './UncertainSend.tsx'
import styles from './UncertainSends.module.css'
import { useSends } from './use-sends.ts'

/**
 * What was sent from this browser and may or may not have become a batch: the first thing to read on
 * every screen, until it is known or let go. Nothing is sent from here unless somebody says so.
 */
export function UncertainSends({ backends }: { backends: readonly Backend[] | undefined }) {
  const { shown, dismiss } = useSends()
  if (shown.length === 0) return null

  return (
    <section
      id={UNCERTAIN}
      tabIndex={-1}
      aria-label="Sent, but not known to be created"
      className={styles.sends}
    >
      {shown.map(({ entry, fresh }) => {
        const { id, place } = entry.intent
        if (entry.kind === 'damaged') {
          return <DamagedSend key={id} intent={entry.intent} />
        }
        return (
          <div key={id} ref={fresh ? bringIntoView : undefined}>
            <UncertainSend
              intent={entry.intent}
              backend={backends?.find((backend) => backend.place === place)}
              onDone={() => dismiss(id)}
            />
          </div>
        )
      })}
    </section>
  )
}

/** The button that was pressed is at the other end of the screen. */
function bringIntoView(send: HTMLElement | null) {
  send?.closest('section')?.focus()
}
