import type { TaskDetails } from '#contract/batch.ts'
import { keptHtml } from './kept-html.ts'
import { TextTooLarge } from './limits.ts'
import type { ProfileName } from './profiles.ts'
import { outgoingHtml } from './sanitize.ts'
import { toTaskDetails, type TaskTexts } from './task-texts.ts'

/**
 * Texts as they are sent, whatever wrote them: cleaned, with their own bytes where nothing was unsafe.
 * With `only`, nothing but what that profile keeps is left. The title is no formatted text and goes as
 * it is. A text too long to be sent stays as it is, to be shown until it is shortened. Needs a DOM.
 */
export function asSent(
  { taskTitle, introduction, steps }: TaskTexts,
  only?: ProfileName,
): TaskDetails {
  const sent = (html: string) => {
    try {
      return only ? keptHtml(html, only) : outgoingHtml(html).html
    } catch (error) {
      if (error instanceof TextTooLarge) return html
      throw error
    }
  }
  return toTaskDetails({ taskTitle, introduction: sent(introduction), steps: sent(steps) })
}
