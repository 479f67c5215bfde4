import { valueOfWritten } from '#contract/questions/written-questions.ts'
import {
  checkBatchItems,
  NO_COLUMNS,
  UNKNOWN_COLUMN,
  type BatchItemsIssue,
} from '#contract/questions/batch-items.ts'
import { wordIssue } from '#contract/questions/written-questions.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { keyOf } from './builder-state.ts'

/** A broken rule at an item, with a value that would keep it where there is one. */
export type ItemProblem = {
  message: string
  remedy?: { label: string; members: Readonly<Record<string, unknown>> }
}

/** The broken rules of a questionnaire: those of items by address, and the others as sentences. */
export type Problems = {
  byItem: ReadonlyMap<string, readonly ItemProblem[]>
  elsewhere: readonly string[]
}

const SENTENCES: Readonly<Record<string, string>> = {
  'description is required': 'Write the question.',
  'field is required': 'Choose a column of your data.',
  'url must be an https:// address': 'The address of the picture must begin with https://.',
  'answer_limit exceeds number of options':
    'Participants are asked to choose more than there are choices.',
  'exclusive is not allowed when answer_limit is 1':
    'Where participants choose one, no choice can rule out the others.',
  'at least one option must not be exclusive': 'At least one choice must not rule out the others.',
  'options must contain at least one option': 'Add a choice.',
  'unit_options must contain at least two units': 'Add a second unit.',
  'default_unit must be the value of one of the unit_options':
    'The unit at first is not among the units.',
  'validation.min must not be greater than max': 'The lower limit is above the upper one.',
  'min_file_count must not be greater than max_file_count (10 if not set)':
    'The fewest files are more than the most.',
  'max_stars must be from 1 to 10': 'Choose from 1 to 10 stars.',
  'Pages with display_position "intro" or "outro" may only contain image or rich_text content blocks':
    'Pages before and after the items can hold text and pictures only.',
  [NO_COLUMNS]:
    'This dataset has no columns that questions can show. Prolific needs a newer dataset for it.',
}

/**
 * @param source the questions as JSON
 * @param columns as `checkBatchItems` takes them
 * @param refused what the API said last, in the words of `wordIssue`; '' for nothing
 */
export function findProblems(
  source: string,
  columns: readonly string[] | null | undefined,
  refused: string,
): Problems {
  const byItem = new Map<string, ItemProblem[]>()
  const elsewhere: string[] = []
  const add = (at: ItemAddress, problem: ItemProblem) => {
    const known = byItem.get(keyOf(at)) ?? []
    if (known.some(({ message }) => message === problem.message)) return
    byItem.set(keyOf(at), [...known, problem])
  }
  for (const issue of source.trim() === ''
    ? []
    : checkBatchItems(valueOfWritten(source), columns)) {
    if (['page', 'row', 'column', 'batch_items'].includes(issue.type)) {
      elsewhere.push(wordIssue(issue))
    } else add(issue, inWords(issue, columns))
  }
  for (const { at, message } of refusals(refused)) {
    if (at) add(at, { message: `Prolific says: ${message}` })
    else elsewhere.push(message)
  }
  return { byItem, elsewhere }
}

function inWords(
  issue: BatchItemsIssue,
  columns: readonly string[] | null | undefined,
): ItemProblem {
  const { message, field } = issue
  if (message === UNKNOWN_COLUMN && columns) {
    const near = nearest(field ?? '', columns)
    return {
      message: `The dataset has no column “${field ?? ''}”. It has: ${columns.join(', ')}.`,
      ...(near !== undefined && { remedy: { label: `Use “${near}”`, members: { field: near } } }),
    }
  }
  if (message === 'Field may be used only once on a page') {
    return { message: `“${field ?? ''}” is shown twice on this page; Prolific allows it once.` }
  }
  if (message.startsWith('type must be one of')) {
    return { message: 'Prolific does not list this kind of question, so it may refuse the batch.' }
  }
  return { message: SENTENCES[message] ?? `${message}.` }
}

/** The column with the same letters, else the first one. */
function nearest(field: string, columns: readonly string[]) {
  return columns.find((column) => lettersOf(column) === lettersOf(field)) ?? columns[0]
}

function lettersOf(text: string) {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** "Page 1, row 2, column 1, item 3 (free_text): …" as its parts; what has no place is kept as it is. */
function refusals(text: string): { at: ItemAddress | null; message: string }[] {
  if (text.trim() === '') return []
  const place = /Page (\d+), row (\d+), column (\d+), item (\d+)(?: \([^)]*\))?: /g
  const found = [...text.matchAll(place)]
  const lead = text.slice(0, found[0]?.index ?? text.length).trim()
  const parts = found.map((match, index) => {
    const [page = 0, row = 0, column = 0, item = 0] = match.slice(1).map((part) => Number(part) - 1)
    const end = found[index + 1]?.index ?? text.length
    const message = text.slice(match.index + match[0].length, end).trim()
    return { at: { page, row, column, item }, message }
  })
  return lead === '' ? parts : [{ at: null, message: lead }, ...parts]
}
