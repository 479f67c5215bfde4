import { useState } from 'react'
import { htmlFields } from '#drafts/fields.ts'
import type { TextName } from '#screens/write/fields/form-fields.ts'
import type { TextAccess } from '#screens/write/draft/text-access.ts'
import { TextTooLarge } from '#html/parse/limits.ts'

type Change = { field: TextName; before: string; after: string }

/**
 * Replacements in the texts, and the last of them to be taken back. Each text changes in one step, so
 * the editor's own Undo takes it back as well.
 */
export function useReplacements(texts: TextAccess) {
  const [last, setLast] = useState<{ message: string; changes: readonly Change[] } | null>(null)

  const replace = (
    fields: readonly TextName[],
    change: (html: string) => string,
    message: string,
  ) => {
    try {
      const wanted = fields
        .map((field) => ({ field, before: texts.read(field) }))
        .map((text) => ({ ...text, html: change(text.before) }))
        .filter(({ before, html }) => html !== before)
      const changes = wanted.map(({ field, before, html }) => {
        texts.rewrite(field, html)
        return { field, before, after: texts.read(field) }
      })
      const done = changes.length > 0
      setLast({ message: done ? message : 'There was nothing left to change.', changes })
    } catch (error) {
      setLast({
        message:
          error instanceof TextTooLarge
            ? error.message
            : 'Part of this text cannot be read, so it was left unchanged.',
        changes: [],
      })
    }
  }

  return {
    replace,
    replaceEverywhere: (change: (html: string) => string, message: string) =>
      replace(htmlFields, change, message),
    last,
    /** What was written since is never overwritten: then only the editor's own Undo helps. */
    undo: () => {
      const changes = last?.changes ?? []
      const untouched = changes.filter(({ field, after }) => texts.read(field) === after)
      for (const { field, before } of untouched) texts.rewrite(field, before)
      setLast({
        message:
          untouched.length === changes.length
            ? 'Undone.'
            : 'The text has changed since then. Use Undo in its toolbar.',
        changes: [],
      })
    },
  }
}
