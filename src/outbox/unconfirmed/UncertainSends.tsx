import type { DamagedIntent, OutboxEntry } from '#outbox/store/outbox-entry.ts'
import { OfBatch } from './OfBatch.tsx'
import type { Backend } from '#contract/app-config.ts'
import { UNCERTAIN } from './uncertain-id.ts'
import { UncertainSend } from './UncertainSend.tsx'
import styles from './UncertainSends.module.css'
import { letGo } from '#outbox/store/outbox.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { useEffect, useState } from 'react'
import { onOutboxChange } from '#outbox/store/outbox-store.ts'
import { currentSends, isLetGo, isUncertain } from '#outbox/send/current-sends.ts'

/** Where a window dies while it sends, nothing announces it. */
const RECHECK_MS = 3_000

/**
 * What was sent from this browser and may or may not have become a batch: the first thing to read on
 * every screen, until it is known or let go. Nothing is sent from here unless somebody says so.
 */
export function UncertainSends({ backends }: { backends: readonly Backend[] | undefined }) {
  const { shown, dismiss } = useSends()
  if (shown.length === 0) return null

  return (
    <section id={UNCERTAIN} tabIndex={-1} aria-label="Unconfirmed batches" className={styles.sends}>
      {shown.map(({ entry, fresh }) => {
        const { id, place: environment } = entry.intent
        if (entry.kind === 'damaged') {
          return <DamagedSend key={id} intent={entry.intent} />
        }
        return (
          <div key={id} ref={fresh ? bringIntoView : undefined}>
            <UncertainSend
              intent={entry.intent}
              backend={backends?.find((backend) => backend.place === environment)}
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

/** A send of which so much was lost in this browser that only a person can tell what happened to it. */
function DamagedSend({ intent }: { intent: DamagedIntent }) {
  const { id, name, place: environment, workspace_id, createdAt } = intent
  const when = createdAt === null ? '' : ` at ${exactMoment(createdAt)}`
  return (
    <Notice
      tone="caution"
      role="alert"
      title="This browser’s record of a batch is damaged."
      actions={
        <>
          {environment && (
            <LinkButton
              href={`/${environment}/batches?workspace=${encodeURIComponent(workspace_id)}`}
            >
              See the batches
              <OfBatch name={name} />
            </LinkButton>
          )}
          <Button onClick={() => letGo(id)}>
            Stop tracking
            <OfBatch name={name} />
          </Button>
        </>
      }
    >
      <p>
        {name === '' ? 'A batch' : `“${name}”`} was about to be created{when}. Look for it under
        Batches before you create it again.
      </p>
    </Notice>
  )
}

/** `fresh`: it became uncertain while somebody looked on. */
type Shown = { entry: OutboxEntry; fresh: boolean }

/**
 * The sends that are uncertain, or were when this page first showed them, as they are by now: one that
 * was settled meanwhile stays until somebody has seen it.
 */
function useSends() {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())

  // What is kept and the other windows are outside of React.
  useEffect(() => {
    const seen = new Map<string, boolean>()
    let wanted = true
    let first = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = async () => {
      const { all, underWay } = await currentSends()
      if (!wanted) return
      for (const { intent } of all.filter(isUncertain)) {
        if (!seen.has(intent.id)) seen.set(intent.id, !first)
      }
      first = false
      setShown(
        all.flatMap((entry) => {
          const fresh = seen.get(entry.intent.id)
          return fresh === undefined ? [] : [{ entry, fresh }]
        }),
      )
      clearTimeout(timer)
      if (underWay) timer = setTimeout(again, RECHECK_MS)
    }
    const again = () => void refresh()
    again()
    const stop = onOutboxChange(again)
    return () => {
      wanted = false
      stop()
      clearTimeout(timer)
    }
  }, [])

  return {
    shown: shown.filter(({ entry }) => !isLetGo(entry) && !dismissed.has(entry.intent.id)),
    dismiss: (id: string) => setDismissed((before) => new Set(before).add(id)),
  }
}
