import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import type { Trouble } from './use-duplicate.ts'

const words = {
  'no-room': [
    'The draft could not be kept.',
    'This browser has no room for another one. Delete drafts that you no longer need, then try again.',
  ],
  unnamed: ['Give the copy a name.', 'Your team finds it by its name.'],
  offline: ['You are offline. Nothing was sent.', 'Press the button again once you are back.'],
  elsewhere: [
    'Another window is duplicating this batch just now.',
    'Nothing was sent from here, so that it is duplicated once.',
  ],
  open: [
    'How an earlier duplicate of this batch ended is not known yet.',
    'Nothing was sent. Close this and read the notice at the top of the page first.',
  ],
  unclear: [
    'We do not know whether a batch was created.',
    'Something failed after the request may have left. Look for the copy among the batches before you try again.',
  ],
  'not-written': [
    'Nothing was sent.',
    'This browser could not get ready to send it. Reload the page and try again.',
  ],
} as const

/** Why a batch was not duplicated, and what helps. */
export function DuplicateTrouble({ backend, trouble }: { backend: Backend; trouble: Trouble }) {
  if (trouble.kind !== 'refused') {
    const [title, sentence] = words[trouble.kind]
    return (
      <Notice tone="caution" role="alert" title={title}>
        <p>{sentence}</p>
      </Notice>
    )
  }
  const { title, sentence, quote } = explainFailure(trouble.failure, backend.name)
  const fields = trouble.failure.kind === 'rejected' ? Object.values(trouble.failure.fields) : []
  return (
    <Notice tone="bad" role="alert" title={`Not duplicated: nothing was created. ${title}`}>
      <p>{sentence}</p>
      <Quotation speaker={backend.name} words={fields.flat().join(' ') || quote} />
    </Notice>
  )
}
