import { flushTexts, type TextChannels } from '#editor/text-channel.ts'
import type { DraftForm, TextName } from '#screens/write/fields/form-fields.ts'

export type TextAccess = ReturnType<typeof createTextAccess>

/** Ways to read and replace a formatted text of the form. `change` keeps the state before it is replaced. */
export function createTextAccess(
  form: DraftForm,
  channels: TextChannels,
  change: (apply: () => void) => unknown,
) {
  return {
    /** A text as it stands, the last key included. */
    read: (name: TextName): string => {
      flushTexts(channels)
      return form.getValues(name)
    },
    /** Replaces a text, in one step that can be undone where it is shown. */
    rewrite: (name: TextName, html: string) => {
      change(() => {
        if (!channels[name].rewrite(html)) form.setValue(name, html, { shouldDirty: true })
      })
    },
  }
}
