import type { ProfileName } from '#html/profile/profile-names.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { TextTooLarge } from '#html/parse/limits.ts'
import { type FormattedText, UnreadText } from '#html/parse/unread-text.ts'
import { keptHtml } from '#html/safety/kept-html.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { htmlFields } from './fields.ts'
import { toTaskDetails } from './task-details-of.ts'
import type { TaskTexts } from './task-texts.ts'

/**
 * Texts as they are sent, whatever wrote them: cleaned, with their own bytes where nothing was unsafe.
 * With `only`, nothing but what that profile keeps is left. The title is no formatted text and goes as
 * it is. A text too long to be sent stays as it is, to be shown until it is shortened. Throws
 * `UnreadText`. Needs a DOM.
 */
export function asSent(texts: TaskTexts, only?: ProfileName): TaskDetails {
  return cleaned(texts, only, (text, cause) => {
    throw new UnreadText(text, { cause })
  })
}

/**
 * Texts as `asSent` makes them, for showing and sharing: one that cannot be cleaned stays as it was
 * written, for whoever shows it to say so. Needs a DOM.
 */
export function asShown(texts: TaskTexts, only?: ProfileName): TaskDetails {
  return cleaned(texts, only, (text) => texts[text])
}

function cleaned(
  texts: TaskTexts,
  only: ProfileName | undefined,
  instead: (text: FormattedText, cause: unknown) => string,
): TaskDetails {
  const sent = (text: FormattedText) => {
    const html = texts[text]
    try {
      return only ? keptHtml(html, only) : outgoingHtml(html).html
    } catch (error) {
      return error instanceof TextTooLarge ? html : instead(text, error)
    }
  }
  const cleanedTexts = { ...texts }
  for (const text of htmlFields) cleanedTexts[text] = sent(text)
  return toTaskDetails(cleanedTexts)
}
