import type { TaskDetails } from '#contract/batch.ts'
import { TextTooLarge } from '#html/parse/limits.ts'
import { type ProfileName, profiles } from '#html/profile/profiles.ts'
import { outgoingHtml, cleanFragment } from './sanitize.ts'
import { toTaskDetails, type TaskTexts } from '#html/words/task-texts.ts'
import { UnreadText, type FormattedText } from '#html/parse/unread-text.ts'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { keepOnly } from '#html/profile/keep-only.ts'
import { withoutPageShell } from './page-shell.ts'
import { sameNodes } from '#html/compare/same-dom.ts'

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
 * Texts as `asSent` makes them, for showing and handing on: one that cannot be cleaned stays as it was
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
  const { taskTitle } = texts
  return toTaskDetails({ taskTitle, introduction: sent('introduction'), steps: sent('steps') })
}

/**
 * `html` with nothing in it that the profile does not keep; every word stays, and those of pictures
 * are their alternative text. A text that is inside the profile already keeps its bytes, but for the
 * shell of a page.
 * Throws `TextTooLarge`.
 */
export function keptHtml(html: string, keeps: ProfileName): string {
  const text = withoutPageShell(html)
  const kept = keepOnly(cleanFragment(text), profiles[keeps], { altAsWords: true })
  return sameNodes(parseInert(text), kept) ? text : serializeFragment(kept)
}
