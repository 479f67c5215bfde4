import type { RichTextHandle } from '#rich-text/rich-text-field-props.ts'
import type { TextPlace } from '#html/text-place.ts'
import type { TextName } from './form-fields.ts'
import type { DraftForm } from './draft-form.ts'

export type TextAccess = ReturnType<typeof createTextAccess>

/**
 * The way to the formatted texts from outside their fields. `flush` makes the editors hand over what
 * was typed last; `change` keeps the state before something is replaced.
 */
export function createTextAccess(
  form: DraftForm,
  flush: () => unknown,
  change: (apply: () => void) => unknown,
) {
  const handles: Partial<Record<TextName, RichTextHandle | null>> = {}
  return {
    /** Tells who shows a text now; null when nobody does. */
    attach: (name: TextName, handle: RichTextHandle | null) => {
      handles[name] = handle
    },
    /** A text as it stands, the last key included. */
    read: (name: TextName): string => {
      flush()
      return form.getValues(name)
    },
    /** Replaces a text, in one step that can be undone where it is shown. */
    rewrite: (name: TextName, html: string) => {
      change(() => {
        const handle = handles[name]
        if (handle) handle.rewrite(html)
        else form.setValue(name, html, { shouldDirty: true })
      })
    },
    /** Shows a place of a text and selects it. */
    reveal: (name: TextName, place: TextPlace) => handles[name]?.reveal(place),
  }
}
