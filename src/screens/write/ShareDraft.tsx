import type { Backend } from '#contract/app-config.ts'
import type { Shared } from '#share/shared.ts'
import { ShareMenu } from '#share/ShareMenu.tsx'
import button from '#ui/Button.module.css'
import type { Draft } from '#screens/write/draft/use-draft.ts'

type ShareDraftProps = { draft: Draft; backend: Backend; listed: boolean }

/** The ways to hand on what is being written, with the last key in it. */
export function ShareDraft({ draft, backend, listed }: ShareDraftProps) {
  const { id, environment, form, flush, autosave } = draft
  const read = async (): Promise<Shared> => {
    flush()
    // What cannot be stored can still be shared; the bar says that it is not saved.
    await autosave.saveLoop().then(
      ({ write }) => write(),
      () => undefined,
    )
    const state = autosave.state()
    return {
      kind: 'draft',
      id,
      draft: { name: '', place: environment, texts: form.getValues() },
      changedAt: state.kind === 'saved' ? state.at : null,
    }
  }
  return (
    <ShareMenu
      label="Share"
      className={`${button['button']} ${button['quiet']}`}
      backend={backend}
      read={read}
      listed={listed}
    />
  )
}
