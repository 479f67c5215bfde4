import { useEffect, useState, useSyncExternalStore } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { editAddressOf } from '#drafts/store/batch-edit.ts'
import { Later } from '#ui/loading/Later.tsx'
import { typedEarly } from '#screens/write/draft/open-draft.ts'
import { WritePage } from './WritePage.tsx'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'
import { noteInEntry, openSession, type WriteSession } from '#screens/write/draft/write-session.ts'

const loadClosedDraft = async () =>
  (await import('#screens/write/notices/ClosedDraft.tsx')).ClosedDraft

type WriteScreenProps = { environment: Environment; backends: readonly Backend[] | undefined }

/**
 * `/<place>/new?draft=<id>`: the form for one draft. Another id in the address is another form; the id
 * that a fresh draft gets with its first key is not.
 */
export function WriteScreen(props: WriteScreenProps) {
  const [params] = useSearchParams()
  const asked = params.get('draft')
  const hydrated = useHydrated()
  // A change of a batch is written on that batch's page, and is never made a new batch.
  const elsewhere = asked === null ? null : editAddressOf(asked)
  if (elsewhere === null) return <OpenDraft {...props} asked={asked} />
  // The HTML made at build time is that of a fresh form.
  return hydrated ? <Redirect to={elsewhere} replace /> : <OpenDraft {...props} asked={null} />
}

function OpenDraft({ asked, ...props }: WriteScreenProps & { asked: string | null }) {
  const [open, setOpen] = useState(() => ({ asked, session: openSession(asked, typedEarly()) }))
  if (asked !== open.asked) {
    const isSame = asked === open.session.id
    setOpen({ asked, session: isSame ? open.session : openSession(asked) })
  }
  return <WriteOrClosed key={open.session.id} {...props} session={open.session} />
}

function WriteOrClosed({ session, ...props }: WriteScreenProps & { session: WriteSession }) {
  const { autosave } = session
  const kept = useSyncExternalStore(
    autosave.subscribe,
    () => closedDraft(autosave.state()),
    notClosed,
  )

  // The history of the browser is outside of React.
  useEffect(() => noteInEntry(session), [session])

  if (kept === undefined) return <WritePage {...props} session={session} />
  return (
    <Later load={loadClosedDraft} name="the draft">
      {(ClosedDraft) => <ClosedDraft environment={props.environment} kept={kept} />}
    </Later>
  )
}

/** What there is instead of a draft to write in; undefined when there is one. */
function closedDraft(state: ReturnType<WriteSession['autosave']['state']>) {
  return state.kind === 'closed' ? state.kept : undefined
}

const notClosed = () => undefined
