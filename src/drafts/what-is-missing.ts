import { readQuestions } from '#contract/questions/written-questions.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'
import type { DraftTexts } from '#drafts/store/draft-texts.ts'
import { labelOf, taskTexts } from './fields.ts'
import { missingFields, type Missing, unfilled } from './missing-fields.ts'

/**
 * The first thing that a task still needs before it can be sent and set up, in words, and the field that
 * it is about; null when nothing is missing. The same wherever drafts are shown.
 */
export function whatIsMissing(texts: DraftTexts): Missing | null {
  return (
    unfilled(missingFields(texts)) ??
    brokenQuestions(texts) ??
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

function placeholdersLeft(texts: DraftTexts): Missing | null {
  for (const field of taskTexts) {
    // Tags part no words here, and nothing of this is shown as HTML.
    const words = openPlaceholdersIn(texts[field].replaceAll(/<[^>]*>/g, ''))
    if (words.length > 0) {
      const names = [...new Set(words.map((placeholder) => placeholder.words))].join(', ')
      return { field, count: 'Placeholders left', names }
    }
  }
  return null
}

function noQuestions({ questions }: DraftTexts): Missing | null {
  if (questions.trim() !== '') return null
  return { field: 'questions', count: 'No questions yet', names: 'needed to set up the batch' }
}
