import type { ImportOutcome } from './import-content.ts'

/** Whether a text or a file became drafts with nothing left to mend or to look at. */
export function isClean({ pasted, added }: ImportOutcome): boolean {
  const { drafts, problems } = pasted
  return (
    added.length > 0 && problems.length === 0 && drafts.every(({ notes }) => notes.length === 0)
  )
}
