import type { TaskDetails } from '#contract/batch.ts'
import { keptHtml } from '#html/kept-html.ts'
import { TextTooLarge } from '#html/limits.ts'
import type { ProfileName } from '#html/profiles.ts'
import { outgoingHtml } from '#html/sanitize.ts'
import { toTaskDetails, type TaskTexts } from '#html/task-texts.ts'

type Draft = TaskTexts & { keeps: ProfileName; onlyKept: boolean }

/**
 * The texts of a draft as they are sent: cleaned, with their own bytes where nothing was unsafe, and
 * with only what Prolific keeps where that was chosen. A text too long to be sent stays as it is.
 */
export function asSent({ taskTitle, introduction, steps, keeps, onlyKept }: Draft): TaskDetails {
  const sent = (html: string) => {
    try {
      return onlyKept ? keptHtml(html, keeps) : outgoingHtml(html).html
    } catch (error) {
      if (error instanceof TextTooLarge) return html
      throw error
    }
  }
  return toTaskDetails({ taskTitle, introduction: sent(introduction), steps: sent(steps) })
}
