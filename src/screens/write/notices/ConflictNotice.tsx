import { useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { draftTitle } from '#drafts/store/draft-envelope.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { exactTime } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { DraftDifference } from './DraftDifference.tsx'
import type { Draft } from '#screens/write/draft/use-draft.ts'

/** The draft was changed in another tab and in this one: nothing is stored before somebody decides. */
export function ConflictNotice({ draft }: { draft: Draft }) {
  const { form, place, keeper, flush, say } = draft
  const [, navigate] = useLocation()
  const [comparing, setComparing] = useState(false)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  if (state.kind !== 'conflict') return null

  const { theirs } = state
  const readable = theirs.kind === 'readable' ? theirs.draft : null
  const canReplace = readable !== null && !readable.batch
  const keepMine = async () => {
    flush()
    if (canReplace) {
      const kept = await (await keeper.keeping()).keepMine()
      return kept && say('Your text was kept. The other one is in the history.')
    }
    const texts = form.getValues()
    const name = `${draftTitle({ name: '', texts })} (copy)`
    const id = await addDraft({ name, place, texts })
    await (await keeper.keeping()).takeTheirs()
    navigate(`/${place}/new?draft=${id}`)
  }
  const takeTheirs = async () => {
    flush()
    const mine = { ...form.getValues() }
    const taken = await (await keeper.keeping()).takeTheirs()
    if (taken) say('The other text is in the form. Yours is in the history.', mine)
  }
  const choices = (
    <>
      <Button kind="primary" onClick={keepMine}>
        {canReplace ? 'Keep mine' : 'Keep mine as a copy'}
      </Button>
      <Button onClick={takeTheirs}>{canReplace ? 'Take theirs' : 'Let mine go'}</Button>
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
          {readable && `It was stored there at ${exactTime(readable.updatedAt)}. `}
          What you have written here is not stored yet, and nothing was overwritten.
        </p>
      </Notice>
      {comparing && readable && (
        <Dialog
          title="From theirs to yours"
          wide
          onClose={() => setComparing(false)}
          actions={choices}
        >
          <DraftDifference before={readable.texts} after={form.getValues()} />
        </Dialog>
      )}
    </>
  )
}

function titleOf(kind: 'readable' | 'newer' | 'damaged', isBatch: boolean) {
  if (isBatch) return 'This draft became a batch in another tab.'
  if (kind === 'readable') return 'This draft was changed in another tab.'
  return 'What is stored of this draft cannot be read any more.'
}
