import type { Place } from '#contract/place.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'

type ByItsIdProps = { place: Place; id: string; onDuplicate: (id: string) => void }

/** For a pasted id: its batch may be in another workspace, and opens all the same. */
export function ByItsId({ place, id, onDuplicate }: ByItsIdProps) {
  return (
    <Notice
      tone="info"
      role="status"
      title="This looks like the id of a batch."
      actions={
        <>
          <LinkButton href={`/${place}/batches/${id}`}>Open that batch</LinkButton>
          <Button onClick={() => onDuplicate(id)}>Duplicate that batch…</Button>
        </>
      }
    >
      <p>It opens from here also when it is in another of your workspaces.</p>
    </Notice>
  )
}
