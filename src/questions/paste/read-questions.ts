import type { BatchItem } from '#contract/questions/question-item.ts'
import { itemsOfBlocks } from '#questions/paste/blocks/blocks-to-items.ts'
import { groupLines } from '#questions/paste/blocks/group-lines.ts'
import { readLines, type Line } from '#questions/paste/lines/lines.ts'

export type PastedQuestions = {
  items: BatchItem[]
  /** Lines that are in none of the items, as they were pasted. */
  notUnderstood: string[]
}

/**
 * Reads questions as people have them in Word, spreadsheets, survey programs and e-mail: plain text,
 * with a tab between the cells of a table. Every word of it is in an item or in a line that was not
 * understood, but for the numbers and letters that count questions and choices. Never throws.
 */
export function readPastedQuestions(text: string): PastedQuestions {
  const lines = readLines(text)
  const { items, lost } = itemsOfBlocks(groupLines(lines))
  const notUnderstood = new Set(lost)
  const held = new Set(items.flatMap(textsOf).flatMap(wordsOf))
  for (const line of lines)
    if (!wordsOf(spoken(line)).every((word) => held.has(word))) notUnderstood.add(line)
  return {
    items,
    notUnderstood: [...notUnderstood].toSorted((one, other) => one.at - other.at).map(rawOf),
  }
}

/** What a line says; a letter in a cell stands for a box to tick. */
function spoken({ text, cells }: Line): string {
  return cells.length > 0 ? cells.filter((cell) => !/^[ox]$/i.test(cell)).join(' ') : text
}

const rawOf = ({ raw }: Line) => raw

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** The texts of an item that participants read. */
function textsOf(item: BatchItem): string[] {
  if (item.type === 'rich_text') return [unescaped(item.content.replaceAll(/<\/?(?:p|h2)>/g, ' '))]
  if (item.type === 'free_text') return [item.description, item.helper_text ?? '']
  if (item.type !== 'multiple_choice') return []
  const labels = item.options.map(({ label }) => label)
  return [item.description, item.helper_text ?? '', ...labels]
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
