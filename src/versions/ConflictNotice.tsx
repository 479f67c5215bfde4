import { useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { Autosave } from '#drafts/autosave/autosave.ts'
import type { DraftContent } from '#drafts/store/batch-edit.ts'
import { draftTitle } from '#drafts/store/draft-envelope.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { exactTime } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { DraftDifference } from './DraftDifference.tsx'

type ConflictNoticeProps = {
  autosave: Autosave
  /** What is in the form, the last key included. */
  read: () => DraftContent
  /** Says what was decided; with what was in the form before, if that was replaced. */
  say: (message: string, before?: DraftContent) => void
}

/** The draft was changed in another tab and in this one: nothing is stored before somebody decides. */
export function ConflictNotice({ autosave, read, say }: ConflictNoticeProps) {
  const [, navigate] = useLocation()
  const [comparing, setComparing] = useState(false)
  const state = useSyncExternalStore(autosave.subscribe, autosave.state)
  if (state.kind !== 'conflict') return null

  const { theirs } = state
  const readable = theirs.kind === 'readable' ? theirs.draft : null
  const canReplace = readable !== null && !readable.batch
  const keepMine = async () => {
    const { place: environment, texts } = read()
    if (canReplace) {
      const kept = await (await autosave.saveLoop()).keepMine()
      return kept && say('Your version was kept. The other one is in History.')
    }
    const name = `${draftTitle({ name: '', texts })} (copy)`
    const id = await addDraft({ name, place: environment, texts })
    await (await autosave.saveLoop()).takeTheirs()
    navigate(`/${environment}/new?draft=${id}`)
  }
  const takeTheirs = async () => {
    const mine = read()
    const taken = await (await autosave.saveLoop()).takeTheirs()
    if (taken) say('The form now shows the other version. Yours is in History.', mine)
  }
  const choices = (
    <>
      <Button kind="primary" onClick={keepMine}>
        {canReplace ? 'Keep mine' : 'Keep mine as a copy'}
      </Button>
      <Button onClick={takeTheirs}>{canReplace ? 'Take theirs' : 'Discard mine'}</Button>
    </>
  )

  return (
    <>
      <Notice
        tone="caution"
        role="alert"
        title={titleOf(theirs.kind, readable?.batch !== undefined)}
        actions={
          <>
            {choices}
            {canReplace && (
              <Button kind="quiet" onClick={() => setComparing(true)}>
                Compare
              </Button>
            )}
          </>
        }
      >
        <p>
          {readable && `It was saved there at ${exactTime(readable.updatedAt)}. `}
          What you wrote here is not saved yet. Nothing was overwritten.
        </p>
      </Notice>
      {comparing && readable && (
        <Dialog
          title="Changes from their version to yours"
          wide
          onClose={() => setComparing(false)}
          actions={choices}
        >
          <DraftDifference
            before={readable.texts}
            after={read().texts}
            names={['Theirs', 'Yours']}
          />
        </Dialog>
      )}
    </>
  )
}

function titleOf(kind: 'readable' | 'newer' | 'damaged', isBatch: boolean) {
  if (isBatch) return 'This draft became a batch in another tab.'
  if (kind === 'readable') return 'This draft was changed in another tab.'
  return 'The saved version of this draft can no longer be read.'
}
