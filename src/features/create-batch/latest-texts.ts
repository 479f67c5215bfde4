import type { BatchDraft } from './batch-draft.ts'
import type { DraftForm } from './draft-form.ts'
import { htmlFields, type TextName } from './form-fields.ts'
import type { LiveTexts } from './live-texts.ts'

/** How long a text that is typed without a pause may be newer than what is kept of it. */
const LOOK_MS = 400

/**
 * The draft as it is being written: an editor hands its text to the form when the writer pauses, and
 * some people never do. The participant view has each key, so what is kept may be taken from there.
 */
export function createLatestTexts(form: DraftForm, live: LiveTexts) {
  const ahead = new Set<TextName>()
  const liveHtml = (name: TextName) =>
    live[name]
      .getBlocks()
      .map(({ html }) => html)
      .join('')

  return {
    read: (): BatchDraft => {
      const texts = { ...form.getValues() }
      for (const name of ahead) texts[name] = liveHtml(name)
      return texts
    },
    /** To be called when the form has a text: it is the newest then. */
    settle: () => ahead.clear(),
    /** Calls `onAhead` now and then while a text is ahead of the form; returns how to stop. */
    follow: (onAhead: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      // Not with each key, because the whole text is compared.
      const look = () => {
        timer = undefined
        for (const name of htmlFields) {
          if (liveHtml(name) !== form.getValues(name)) ahead.add(name)
        }
        if (ahead.size > 0) onAhead()
      }
      const stops = htmlFields.map((name) =>
        live[name].subscribe(() => {
          timer ??= setTimeout(look, LOOK_MS)
        }),
      )
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  }
}
