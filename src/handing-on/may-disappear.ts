import type { TaskDetails } from '#contract/batch.ts'
import { outsideFindings } from '#html/outside-findings.ts'
import { parseText } from '#html/parsed-text.ts'
import type { ProfileName } from '#html/profiles.ts'

/** A part of a text that Prolific is not taken to keep, and its first words. */
export type Doubtful = { text: 'task_introduction' | 'task_steps'; what: string; words: string }

/** The parts of what participants are shown that may disappear in Prolific. Needs a DOM. */
export function mayDisappear(texts: TaskDetails, keeps: ProfileName): Doubtful[] {
  return (['task_introduction', 'task_steps'] as const).flatMap((text) => {
    try {
      return outsideFindings(parseText(texts[text]), keeps).map(({ what, place }) => ({
        text,
        what,
        words: place.quote,
      }))
    } catch {
      // The record states the rest all the same.
      return [{ text, what: 'all of it: this text could not be read', words: '' }]
    }
  })
}
