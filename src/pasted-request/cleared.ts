import { fieldOrder } from '#storage/draft-fields.ts'
import type { Pasted } from './pasted.ts'
import type { RequestDraft } from './request-to-draft.ts'
import { withoutSecrets } from './secrets.ts'

/** The outcome without secrets, wherever in it they stand. */
export function cleared(pasted: Pasted, secrets: readonly string[]): Pasted {
  if (secrets.length === 0) return pasted
  const clear = (text: string) => withoutSecrets(text, secrets)
  return {
    ...pasted,
    drafts: pasted.drafts.map((draft) => clearedDraft(draft, clear)),
    ignored: pasted.ignored.map(clear),
    hadToken: true,
    problems: pasted.problems.map(({ draft, line, field, reason }) => ({
      draft: clear(draft),
      line,
      field: clear(field),
      reason: clear(reason),
    })),
  }
}

function clearedDraft(read: RequestDraft, clear: (text: string) => string): RequestDraft {
  const { draft, ignored, notes } = read
  const texts = { ...draft.texts }
  for (const field of fieldOrder) texts[field] = clear(texts[field])
  return {
    ...read,
    draft: { ...draft, name: clear(draft.name), texts },
    ignored: ignored.map(clear),
    notes: notes.map(clear),
  }
}
