import type { DraftTexts } from './stored-draft.ts'

/**
 * What a form holds by the time a stored draft arrives in it: it wins for its field. A workspace that
 * chose itself does not, and a batch name that only follows the title does not either.
 */
export function typedMeanwhile(form: DraftTexts, stored: DraftTexts): Partial<DraftTexts> {
  const { workspaceId: _chosen, keeps: _k, onlyKept: _o, ...written } = form
  const isSuggested = written.batchName === written.taskTitle && stored.batchName !== ''
  return Object.fromEntries(
    Object.entries(written).filter(
      ([field, text]) => text !== '' && !(field === 'batchName' && isSuggested),
    ),
  )
}
