import { missingColumns } from '#contract/questions/missing-columns.ts'
import { wordsOfItems } from '#contract/questions/words-of-items.ts'
import { readQuestions, valueOfWritten } from '#contract/questions/written-questions.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { labelOf, taskTexts } from './fields.ts'
import { missingFields, type Missing, unfilled } from './missing-fields.ts'

/**
 * The first thing that a task still needs before it can be sent and set up, in words, and the field that
 * it is about; null when nothing is missing. The same wherever drafts are shown.
 *
 * @param columns what the dataset can show, as `missingColumns` takes it
 */
export function whatIsMissing(
  texts: DraftTexts,
  columns?: readonly string[] | null,
): Missing | null {
  return (
    unfilled(missingFields(texts)) ??
    brokenQuestions(texts) ??
    columnsNotThere(texts, columns) ??
    placeholdersLeft(texts) ??
    noQuestions(texts)
  )
}

function brokenQuestions({ questions }: DraftTexts): Missing | null {
  const { problems } = readQuestions(questions)
  if (problems.length === 0) return null
  const count = problems.length === 1 ? '1 problem to fix' : `${problems.length} problems to fix`
  return { field: 'questions', count, names: labelOf('questions') }
}

function columnsNotThere(
  { questions }: DraftTexts,
  columns: readonly string[] | null | undefined,
): Missing | null {
  const names = missingColumns(valueOfWritten(questions), columns).map(({ name }) => name)
  if (names.length === 0) return null
  return { field: 'questions', count: 'Not in the dataset', names: names.join(', ') }
}

function placeholdersLeft(texts: DraftTexts): Missing | null {
  for (const field of taskTexts) {
    // Tags part no words here, and nothing of this is shown as HTML.
    const words = openPlaceholdersIn(texts[field].replaceAll(/<[^>]*>/g, ''))
    if (words.length > 0) {
      const names = [...new Set(words.map((placeholder) => placeholder.words))].join(', ')
      return { field, count: 'Placeholders left', names }
    }
  }
  const inQuestions = wordsOfItems(valueOfWritten(texts.questions)).flatMap(({ words }) =>
    openPlaceholdersIn(words.replaceAll(/<[^>]*>/g, '')),
  )
  if (inQuestions.length === 0) return null
  const names = [...new Set(inQuestions.map(({ words }) => words))].join(', ')
  return { field: 'questions', count: 'Placeholders left', names }
}

function noQuestions({ questions }: DraftTexts): Missing | null {
  if (questions.trim() !== '') return null
  return { field: 'questions', count: 'No questions yet', names: 'needed to set up the batch' }
}
