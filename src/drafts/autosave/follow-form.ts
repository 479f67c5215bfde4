import { htmlFields, type HtmlName } from '#drafts/fields.ts'
import type { Autosave } from './autosave.ts'
import type { AutosavedForm } from './autosave-context.ts'

/** A formatted text of a form, which may be newer where it is shown than what the form holds of it. */
interface WrittenText {
  /** To be told the text that the form holds now. */
  settle: (html: string) => void
  /** The text where it is newer than that; else null. */
  newer: () => string | null
  /** Calls `listener` now and then while it is newer; returns how to stop. */
  whenAhead: (listener: () => void) => () => void
}
type WrittenTexts = Readonly<Record<HtmlName, WrittenText>>

/** The values of a form, with each formatted text as it was written last. */
export function newestValues<Values extends Record<HtmlName, string>>(
  values: Values,
  texts: WrittenTexts,
): Values {
  const newer: Partial<Record<HtmlName, string>> = {}
  for (const name of htmlFields) newer[name] = texts[name].newer() ?? values[name]
  return { ...values, ...newer }
}

type Followed = AutosavedForm & {
  texts: WrittenTexts
  /** What the form holds of a text. */
  textOf: (name: HtmlName) => string
  /** Calls `listener` with every change of a value; returns how to stop. */
  onChange: (listener: () => void) => () => void
}

/**
 * Saves a form as it changes and as its page is closed, without rendering it. What a stored draft puts
 * into the form is no change. Returns how to stop.
 */
export function followForm(autosave: Autosave, { texts, textOf, onChange, ...form }: Followed) {
  let taking = false
  const stop = autosave.start({
    ...form,
    take: (draft, why) => {
      taking = true
      form.take(draft, why)
      taking = false
    },
  })
  const stopHearing = onChange(() => {
    for (const name of htmlFields) texts[name].settle(textOf(name))
    if (!taking) autosave.schedule(false)
  })
  const stopsLooking = htmlFields.map((name) =>
    texts[name].whenAhead(() => autosave.schedule(false)),
  )
  const close = () => {
    form.handOver()
    autosave.leave()
    autosave.flush()
  }
  addEventListener('pagehide', close)
  return () => {
    removeEventListener('pagehide', close)
    for (const stopLooking of stopsLooking) stopLooking()
    stop()
    stopHearing()
  }
}
