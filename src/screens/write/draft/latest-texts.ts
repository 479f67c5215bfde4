import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { type DraftForm, htmlFields, type TextName } from '#screens/write/fields/form-fields.ts'
import type { LiveTexts } from './text-access.ts'

/** How long a text that is typed without a pause may be newer than what is kept of it. */
const LOOK_MS = 400

/**
 * The draft as it is being written: an editor hands its text to the form when the writer pauses, and
 * some people never do. The participant view has each key, so what is kept may be taken from there: for
 * a text that was published there after the form got it last, and for no other. An editor that is not
 * there yet has published nothing, and one that has just handed over is behind its own text by a frame.
 */
export function createLatestTexts(form: DraftForm, live: LiveTexts) {
  const inForm = { ...form.getValues() }
  const publishedSince = new Set<TextName>()
  const liveHtml = (name: TextName) =>
    live[name]
      .getBlocks()
      .map(({ html }) => html)
      .join('')

  return {
    read: (): BatchDraft => {
      const texts = { ...form.getValues() }
      for (const name of publishedSince) texts[name] = liveHtml(name)
      return texts
    },
    /** To be called when the form has changed: the texts that did are the newest then. */
    settle: () => {
      for (const name of htmlFields) {
        const html = form.getValues(name)
        if (html === inForm[name]) continue
        inForm[name] = html
        publishedSince.delete(name)
      }
    },
    /** Calls `onAhead` now and then while a text is ahead of the form; returns how to stop. */
    follow: (onAhead: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      // Not with each key, because the whole text is compared.
      const look = () => {
        timer = undefined
        for (const name of publishedSince) {
          if (liveHtml(name) === form.getValues(name)) publishedSince.delete(name)
        }
        if (publishedSince.size > 0) onAhead()
      }
      const stops = htmlFields.map((name) =>
        live[name].subscribe(() => {
          publishedSince.add(name)
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
