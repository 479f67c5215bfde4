import { missingColumns, missingColumnsInWords } from '#contract/questions/missing-columns.ts'
import { wordsOfItems } from '#contract/questions/words-of-items.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import type { DataColumn } from '#contract/dataset.ts'
import { OPEN_PLACEHOLDER, placeholdersIn } from '#html/checks/placeholders.ts'
import { checkQuestionnaire } from '#questions/checks/check-questionnaire.ts'
import { textOf, type Finding } from '#questions/checks/finding.ts'
import { aboutHowLong, secondsPerItem } from '#questions/checks/time-per-item.ts'
import { itemAt, readLayout } from '#questions/layout/read-layout.ts'
import type { FieldCheck } from './check.ts'

const field = 'questions'

const NAMES: Readonly<Record<Finding['kind'], string>> = {
  'two-in-one': 'Two questions in one',
  repeated: 'Repeated choice',
  overlapping: 'Choices that overlap',
  'no-way-out': 'No neutral choice',
  'bare-ends': 'Scale without words at its ends',
  'many-choices': 'Many choices',
  'no-words': 'Choice without words',
  'nothing-of-item': 'Page that shows nothing of the item',
  'not-shown': 'Column that is not shown',
}

/**
 * What there is to say of the questions: columns that the dataset does not have, what may be better, and
 * about how long an item takes. What is no layout has an error of its own.
 *
 * @param columns the columns of the dataset; null when it has none, undefined when that is not known
 */
export function checkQuestions(
  source: string,
  columns: readonly DataColumn[] | null | undefined,
): { missing: FieldCheck[]; hints: FieldCheck[]; perItem: string | null } {
  const value = valueOfWritten(source)
  const names = columns && columns.map(({ key }) => key)
  const missing = missingColumns(value, names).map(({ name, ...at }) => ({
    field,
    what: 'Column that is not in the dataset',
    quote: name,
    advice: missingColumnsInWords([{ name, ...at }], names),
    at,
  })) satisfies FieldCheck[]
  const pages = readLayout(source) ?? []
  const hints = checkQuestionnaire(pages, names).map(({ kind, at, sentence }): FieldCheck => {
    const item = at && 'item' in at ? at : at && { ...at, row: 0, column: 0, item: 0 }
    const wording = item ? textOf(itemAt(pages, item), 'description') : ''
    return {
      field,
      what: NAMES[kind],
      advice: sentence,
      ...(at && 'item' in at && wording !== '' && { quote: wording }),
      ...(item && { at: item }),
    }
  })
  const placeholders = wordsOfItems(value).flatMap(({ at, words }) =>
    placeholdersIn(words.replaceAll(/<[^>]*>/g, '')).map((quote): FieldCheck => ({
      field,
      what: OPEN_PLACEHOLDER,
      quote,
      advice:
        'Participants will see it exactly as written. Prolific does not fill in placeholders.',
      at,
    })),
  )
  const wordsIn = (name: string) =>
    columns?.find(({ key }) => key === name)?.first?.match(/\S+/g)?.length
  return {
    missing,
    hints: [...placeholders, ...hints],
    perItem: pages.length > 0 ? aboutHowLong(secondsPerItem(pages, wordsIn)) : null,
  }
}
