import type { SaveState } from '#drafts/autosave/autosave-context.ts'
import type { Environment } from '#contract/environment.ts'
import { explainFault } from '#storage/storage-fault.ts'
import { LinkButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

/** What is wrong with the keeping of a change that is being written; nothing where it is kept. */
export function KeptState({ state, environment }: { state: SaveState; environment: Environment }) {
  if (state.kind === 'closed') {
    return (
      <Notice
        tone="caution"
        role="alert"
        title={titleOf(state.kept?.kind)}
        actions={<LinkButton href={`/${environment}/drafts`}>All drafts</LinkButton>}
      >
        <p>
          {state.kept
            ? 'It stays as it is. You can download or delete it under Drafts.'
            : 'It was saved or deleted in another window. Close this to see what is stored.'}
        </p>
      </Notice>
    )
  }
  if (state.kind === 'opening' && state.fault) {
    return (
      <Notice tone="caution" role="alert" title="Your earlier changes could not be opened yet.">
        <p>{explainFault[state.fault]}</p>
      </Notice>
    )
  }
  if (state.kind !== 'failed') return null
  if (state.reason === 'full') {
    return (
      <Notice tone="caution" role="alert" title="Browser storage is full.">
        <p>If you leave this page before you save, your changes are lost.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="caution" role="alert" title="Your changes are not saved in this browser yet.">
      <p>
        {state.reason === 'not-loaded'
          ? 'The server cannot be reached. Trying again…'
          : explainFault[state.reason]}
      </p>
    </Notice>
  )
}

function titleOf(kind: 'readable' | 'newer' | 'damaged' | undefined) {
  if (kind === 'newer') return 'This change was written by a newer version of Batch Composer.'
  if (kind === 'damaged') return 'This change is damaged.'
  return 'This change is no longer in this browser.'
}
