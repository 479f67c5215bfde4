import { layoutItems } from './layout-items.ts'
import { isQuestion } from './question-item.ts'
import { readQuestions } from './written-questions.ts'

/** Questions written as JSON, in a few words: "None yet", "2 questions on 1 page", "Not complete yet". */
export function countQuestions(text: string): string {
  if (text.trim() === '') return 'None yet'
  const { items } = readQuestions(text)
  if (!items) return 'Not complete yet'
  const pages = items.length === 1 ? '1 page' : `${items.length} pages`
  const count = layoutItems(items).filter(
    ({ type }) => typeof type === 'string' && isQuestion({ type }),
  ).length
  return `${count === 1 ? '1 question' : `${count} questions`} on ${pages}`
}
