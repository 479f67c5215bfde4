import type { BatchItem } from '#contract/questions/question-item.ts'
import {
  askForOther,
  hasBlank,
  isNone,
  limitIn,
  withoutBlank,
} from '#questions/paste/lines/form-words.ts'
import { tidy } from '#questions/paste/lines/lines.ts'
import { optionValues } from './option-values.ts'
import { isScale, scaleOfLabels, type Scale } from './scales.ts'

/** From so many choices on Prolific shows a menu, unless it is told not to. */
const MENU_FROM = 5

type Words = { description: string; help?: readonly string[] | undefined }

const helper = (help: readonly string[] | undefined) => {
  const said = tidy((help ?? []).join(' '))
  return said === '' ? {} : { helper_text: said }
}

/** A question that is answered in words, or with a number where there is a range. */
export function textItem(
  { description, help }: Words,
  range: { min: number; max: number } | null = null,
): BatchItem {
  const validation = range && { validation: { type: 'number' as const, ...range } }
  return { type: 'free_text', description: tidy(description), ...helper(help), ...validation }
}

/** A statement or question with one point of a scale as its answer; all points are seen at once. */
export function scaleItem({ description, help }: Words, { points, wording }: Scale): BatchItem {
  return {
    type: 'multiple_choice',
    description: tidy(description),
    ...helper(wording === null ? help : [...(help ?? []), wording]),
    answer_limit: 1,
    ...(points.length >= MENU_FROM && { disable_dropdown: true }),
    options: points.map((point) => ({ ...point })),
  }
}

/**
 * A question with choices, and below it the questions for the words that choices leave room for. How
 * many may be chosen is what its texts say; one where they say nothing.
 */
export function choiceItems({ description, help }: Words, written: readonly string[]): BatchItem[] {
  const labels = written.map(labelOf)
  const asked = limitIn([description, ...(help ?? [])].join(' ')) ?? 1
  const below = written.flatMap((text) => {
    const words = askForOther(text) ?? (hasBlank(text) ? `${labelOf(text)} …` : null)
    return words === null ? [] : [textItem({ description: words })]
  })
  const limit = asked === -1 ? -1 : Math.min(asked, labels.length)
  if (limit === 1 && isScale(labels))
    return [scaleItem({ description, help }, scaleOfLabels(labels)), ...below]
  const values = optionValues(labels)
  const canExclude = limit !== 1 && labels.some((label) => !isNone(label))
  const options = labels.map((label, at) => ({
    label,
    value: values[at] ?? String(at + 1),
    ...(canExclude && isNone(label) && { exclusive: true }),
  }))
  const choice: BatchItem = {
    type: 'multiple_choice',
    description: tidy(description),
    ...helper(help),
    answer_limit: limit,
    ...(limit === 1 && options.length >= MENU_FROM && { disable_dropdown: true }),
    options,
  }
  return [choice, ...below]
}

/** A label without the room for words behind it: `Other: ____` is Other. */
function labelOf(text: string): string {
  const label = tidy(withoutBlank(text))
  const isOpen = hasBlank(text) || askForOther(text) !== null
  const bare = isOpen ? label.replace(/[\s:…,]+$/u, '').replace(/\(\s*\)$/, '') : label
  return bare === '' ? '…' : bare
}

/** A heading of a section. */
export function headingItem(text: string): BatchItem {
  return { type: 'rich_text', content: `<h2>${escaped(text)}</h2>` }
}

/** What is only read, a paragraph a text. */
export function wordsItem(texts: readonly string[]): BatchItem {
  return { type: 'rich_text', content: texts.map((text) => `<p>${escaped(text)}</p>`).join('') }
}

function escaped(text: string): string {
  return tidy(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
