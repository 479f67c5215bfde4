import type { DamagedIntent } from '#storage/intent.ts'
import { letGo } from '#storage/outbox.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { OfBatch } from './OfBatch.tsx'

/** A send of which so much was lost in this browser that only a person can tell what became of it. */
export function DamagedSend({ intent }: { intent: DamagedIntent }) {
  const { id, name, place, workspace_id, createdAt } = intent
  const when = createdAt === null ? '' : ` at ${exactMoment(createdAt)}`
  return (
    <Notice
      tone="caution"
      role="alert"
      title="What this browser kept about a batch cannot be read any more."
      actions={
        <>
          {place && (
            <LinkButton href={`/${place}/batches?workspace=${encodeURIComponent(workspace_id)}`}>
              See the batches
              <OfBatch name={name} />
            </LinkButton>
          )}
          <Button onClick={() => letGo(id)}>
            I have looked, let it go
            <OfBatch name={name} />
          </Button>
        </>
      }
    >
      <p>
        {name === '' ? 'A batch' : `“${name}”`} was to be created{when}. Look whether it is among
        the batches before you create it again.
      </p>
    </Notice>
  )
}
