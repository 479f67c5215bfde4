import { useState } from 'react'
import { htmlFields, type TextName } from '#features/create-batch/batch-draft.ts'
import type { TextAccess } from '#features/create-batch/text-access.ts'

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
    const changes = fields.flatMap((field) => {
      const before = texts.read(field)
      const wanted = change(before)
      if (wanted === before) return []
      texts.rewrite(field, wanted)
      return [{ field, before, after: texts.read(field) }]
    })
    setLast({
      message: changes.length > 0 ? message : 'There was nothing left to change.',
      changes,
    })
  }

  return {
    replace,
    replaceEverywhere: (change: (html: string) => string, message: string) =>
      replace(htmlFields, change, message),
    last,
    /** What was written since is never overwritten: then only the editor's own Undo helps. */
    undo: () => {
      const [...changes] = last?.changes ?? []
      const untouched = changes.filter(({ field, after }) => texts.read(field) === after)
      for (const { field, before } of untouched) texts.rewrite(field, before)
      setLast({
        message:
          untouched.length === changes.length
            ? 'Undone.'
            : 'The text has changed since: use Undo in its toolbar.',
        changes: [],
      })
    },
    dismiss: () => setLast(null),
  }
}
