import type { RichTextHandle } from '#editor/rich-text-field-props.ts'
import type { TextPlace } from '#html/parse/edit-blocks.ts'
import type { TextName, DraftForm } from '#screens/write/fields/form-fields.ts'
import { createLiveSource, createLiveText } from '#html/parse/live-source.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

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

/** What participants read, as it is being written: the way from the editors to the preview. */
export type LiveTexts = ReturnType<typeof createLiveTexts>

/** Texts as a draft begins with them; editors and fields publish into them. */
export function createLiveTexts(texts: BatchDraft) {
  return {
    title: createLiveText(texts.taskTitle),
    introduction: createLiveSource(texts.introduction),
    steps: createLiveSource(texts.steps),
  }
}
