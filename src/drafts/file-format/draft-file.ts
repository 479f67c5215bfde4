import { profileNames } from '#html/profile/profile-names.ts'
import * as z from 'zod/mini'
import { putAt, valueAt } from '#contract/json-value.ts'
import { Environment } from '#contract/environment.ts'
import { allFields, blanks, type FieldKey, fields } from '#drafts/fields.ts'
import { DraftTexts, isLeftOut } from '#drafts/store/draft-texts.ts'

/** As much as a thousand long tasks; a browser reads it in a blink. */
export const MOST_FILE_CHARACTERS = 10_000_000

/** Longer YAML is refused: a hostile file of that length takes its parser two seconds, JSON an instant. */
export const MOST_YAML_CHARACTERS = 300_000

/** Hand-made files may be long, but nobody has more tasks than this in one. */
export const MOST_DRAFTS = 1_000

/** A draft as it leaves this browser: what it is called, where it was meant for, and its texts. */
export type PortableDraft = {
  /** '' for a draft that nobody named; it goes by its batch name then. */
  name: string
  place: Environment
  texts: DraftTexts
}

/** What stands in a file for each kind of field; what has a default may be missing. */
const written = {
  line: z.string(),
  html: z.string(),
  json: z.string(),
  id: z.string(),
  switch: z.boolean(),
  profile: z.enum(profileNames),
}

/** The members that fields have in a file: single ones may be missing, a group is whole or wrong. */
function members() {
  const single: Record<string, z.ZodMiniType> = {}
  const groups: Record<string, Record<string, z.ZodMiniType>> = {}
  for (const field of allFields) {
    const { kind } = fields[field]
    const [name = '', inner] = fileMember(field)
    if (inner === undefined) single[name] = z._default(written[kind], blanks[kind])
    else {
      groups[name] = { ...groups[name], [inner]: written[kind] }
      single[name] = z.strictObject(groups[name])
    }
  }
  return single
}

/** Where a file has a field: in the API's own words where it has some. */
const fileMember = (field: FieldKey) => fields[field].file ?? fields[field].path ?? [field]

/**
 * One draft of a file. A wrong word is refused instead of left out: files are also written by hand.
 */
export const FileDraft = z.strictObject({
  title: z._default(z.string(), ''),
  place: z._default(Environment, 'practice'),
  ...members(),
})
export type FileDraft = z.infer<typeof FileDraft>

export const DraftFile = z.strictObject({
  format: z.literal('batch-composer-drafts'),
  version: z.literal(1),
  drafts: z.array(FileDraft).check(z.minLength(1), z.maxLength(MOST_DRAFTS)),
})
export type DraftFile = z.infer<typeof DraftFile>

/** The drafts as the content of a file; no id, no time and no token among it. */
export function toDraftFile(drafts: readonly PortableDraft[]): DraftFile {
  return { format: 'batch-composer-drafts', version: 1, drafts: drafts.map(toFileDraft) }
}

function toFileDraft({ name: title, place: environment, texts }: PortableDraft): FileDraft {
  const draft = { title, place: environment }
  for (const field of allFields) {
    if (!isLeftOut(field, texts)) putAt(draft, fileMember(field), texts[field])
  }
  return draft
}

export function fromFileDraft(draft: FileDraft): PortableDraft {
  const texts = allFields.map((field) => [field, valueAt(draft, fileMember(field))])
  return {
    name: draft.title,
    place: draft.place,
    texts: DraftTexts.parse(Object.fromEntries(texts)),
  }
}
