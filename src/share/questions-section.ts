import { type SharedTask, noQuestions } from './shared-task.ts'
import { foreignWords, inertElement } from './inert-element.ts'
import type { DescribedQuestion } from '#questions/words/describe-question.ts'
import { questionPages } from '#questions/words/question-pages.ts'

/** What participants are asked, as nodes that do nothing, for a file. */
export function questionsSection(task: SharedTask) {
  const section = inertElement('section')
  section.id = 'asked'
  // It stands among texts in whatever language.
  section.lang = 'en'
  section.append(inertElement('h2', 'What participants are asked'))
  const pages = questionPages(task.questions)
  if (pages.length === 0) section.append(inertElement('p', noQuestions(task)))
  for (const [index, { heading, items }] of pages.entries()) {
    const list = inertElement('ul')
    const asked = items.filter(({ isQuestion }) => isQuestion)
    list.append(
      ...items.map((item) => {
        const node = itemNode(item)
        // As in the drawing above, so that people can speak of it.
        const number = `P${index + 1}, Q${asked.indexOf(item) + 1}`
        if (item.isQuestion) node.prepend(inertElement('span', number))
        return node
      }),
    )
    section.append(inertElement('h3', heading), list)
  }
  return section
}

function itemNode({ kind, isQuestion, words, details }: DescribedQuestion) {
  const item = inertElement('li')
  item.toggleAttribute('data-question', isQuestion)
  const wording = foreignWords('p', words)
  wording.lang = ''
  item.append(inertElement('p', kind), wording)
  if (details.length > 0) item.append(detailList(details))
  return item
}

function detailList(details: DescribedQuestion['details']) {
  const list = inertElement('dl')
  for (const [term, values] of details) {
    const row = inertElement('div')
    row.append(inertElement('dt', term), valueNode(values))
    list.append(row)
  }
  return list
}

function valueNode(values: readonly string[]) {
  const [first = '', ...more] = values
  if (more.length === 0) return foreignWords('dd', first)
  const value = inertElement('dd')
  const list = inertElement('ul')
  list.append(...values.map((one) => foreignWords('li', one)))
  value.append(list)
  return value
}
