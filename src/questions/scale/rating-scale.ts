import { hasMembers } from '#contract/json-value.ts'
import type { BatchItem } from '#contract/questions/question-item.ts'
import { sameJson } from '#questions/layout/same-json.ts'
import type { Point } from './presets.ts'

/**
 * Statements that are rated on the same scale. The API has no grid, so each statement is a question of
 * its own, with all its steps seen at once, and one text above them says what is rated.
 */
export type Scale = {
  /** The text above; '' for none. */
  leadIn: string
  statements: readonly string[]
  points: readonly Point[]
}

/** The items of a scale, as they are sent. */
export function writeScale({ leadIn, statements, points }: Scale): BatchItem[] {
  const text: BatchItem[] =
    leadIn.trim() === '' ? [] : [{ type: 'rich_text', content: `<p>${escaped(leadIn.trim())}</p>` }]
  return [
    ...text,
    ...statements.map((description): BatchItem => ({
      type: 'multiple_choice',
      description,
      answer_limit: 1,
      disable_dropdown: true,
      options: points.map(({ value, label }) => ({ label, value })),
    })),
  ]
}

/** A scale from its items; null unless writing it again gives exactly the same items. */
export function readScale(items: readonly unknown[]): Scale | null {
  const [first] = items
  const leadIn = leadInOf(first)
  const rated = leadIn === null ? items : items.slice(1)
  const points = pointsOf(rated[0])
  if (!points) return null
  const statements = rated.map((item) =>
    hasMembers(item) && typeof item['description'] === 'string' ? item['description'] : '',
  )
  const scale = { leadIn: leadIn ?? '', statements, points }
  return sameJson(writeScale(scale), items) ? scale : null
}

/**
 * The scale in a column that an item belongs to, with where it begins and how many items it has; null
 * where the item is in none. Without a text above, one question alone is a question and no scale.
 */
export function scaleAround(items: readonly unknown[], index: number) {
  const has = (at: number) => leadInOf(items[at]) !== null
  const question = has(index) ? index + 1 : index
  const points = pointsOf(items[question])
  if (!points) return null
  const fits = (at: number) => sameJson(pointsOf(items[at]), points) && readScale([items[at]])
  let start = question
  while (start > 0 && fits(start - 1)) start -= 1
  let end = question + 1
  while (end < items.length && fits(end)) end += 1
  if (start > 0 && has(start - 1)) start -= 1
  const scale = readScale(items.slice(start, end))
  if (!scale || (scale.leadIn === '' && scale.statements.length < 2)) return null
  return index >= start && index < end ? { start, length: end - start, scale } : null
}

/** The steps of a question that may be of a scale. */
function pointsOf(item: unknown): Point[] | null {
  const options = hasMembers(item) && item['type'] === 'multiple_choice' ? item['options'] : null
  if (!Array.isArray(options) || options.length < 2) return null
  const points = options.flatMap((option: unknown) => {
    if (!hasMembers(option)) return []
    const { label, value } = option
    return typeof label === 'string' && typeof value === 'string' ? [{ value, label }] : []
  })
  const isScale = points.every(({ value }) => /^(?:\d+|cannot_say)$/.test(value))
  return isScale && points.length === options.length ? points : null
}

function leadInOf(item: unknown): string | null {
  const content = hasMembers(item) && item['type'] === 'rich_text' ? item['content'] : null
  const inner = typeof content === 'string' ? /^<p>([^<>]+)<\/p>$/.exec(content)?.[1] : undefined
  return inner === undefined ? null : unescaped(inner)
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
