import { hasAnswers, opensChoices, type Question } from './blocks.ts'
import { scaleLine } from '#questions/paste/answers/answers-in-line.ts'
import { asks, hasBlank } from '#questions/paste/lines/form-words.ts'
import type { Line } from '#questions/paste/lines/lines.ts'

/** How far ahead a list is looked at. */
const FAR = 30

/**
 * Whether a numbered line is a choice of the open question by its number alone: it begins a list of
 * another kind or anew, or goes on with one.
 */
export function belongsBelow(open: Question, { marker, text, isApart }: Line): boolean {
  if (!marker || marker.style === 'decimal') return false
  const { number, style } = marker
  const last = open.options.at(-1)?.marker
  const isNextQuestion = open.marker?.style === style && number === (open.marker.number ?? 0) + 1
  if (last) {
    const goesOn = last.style === style && number === (last.number ?? 0) + 1
    return goesOn && !(isNextQuestion && (asks(text) || hasBlank(text) || isApart))
  }
  if (open.options.length > 0 || open.scales.length > 0 || open.hasRoom || isNextQuestion)
    return false
  if (style === 'point') return true
  return number === 0 || number === 1
}

/** Whether the numbered lines from one on are the choices of a text without a number. */
export function numbersAreChoices(open: Question, lines: readonly Line[], at: number): boolean {
  const style = lines[at]?.marker?.style
  if (open.options.length > 0 || style === 'point') return true
  const stem = open.stem.at(-1) ?? ''
  if (!opensChoices(stem) || hasAnswers(stem)) return false
  const ahead = lines.slice(at, at + FAR)
  const found = ahead.findIndex(({ marker }, place) => place > 0 && marker?.style !== style)
  const run = found === -1 ? ahead : ahead.slice(0, found)
  const after = found === -1 ? undefined : ahead[found]
  if (after && (scaleLine(after.text) || scaleLine(after.raw) || after.marker)) return false
  return (
    run.length > 1 &&
    run.every(
      ({ text }) =>
        text.length <= 80 && !opensChoices(text) && !hasBlank(text) && !hasAnswers(text),
    )
  )
}
