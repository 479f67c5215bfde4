import type { TaskDetails } from '#contract/task-details.ts'
import { showPages, type PageOptions } from '#questions/pages/show-pages.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { type KeptPart, showableBlock } from '#html/show/showable-block.ts'

const drawn: PageOptions = {
  controls: 'drawn',
  imageHosts: new Set(),
  columns: [],
  row: null,
  itemName: null,
  numbered: true,
}

/**
 * What participants read and answer, as nodes that do nothing: the content of `public/preview.html` with
 * the texts in it and `questions` (`batch_items` of any shape) drawn below, for paper and for files. Each
 * question has a number by which people can speak of it. `kept` is the part of the texts that is shown alone.
 * Columns of the data are shown by name, pictures
 * are named and never loaded. `public/preview.css` dresses it.
 */
export function staticSheet(
  { task_name, task_introduction, task_steps }: TaskDetails,
  questions: unknown,
  kept: KeptPart | null = null,
) {
  const main = inertDocument().createElement('main')
  // Nobody says in which language the texts are.
  main.lang = ''
  const title = part('h1', 'title')
  title.dir = 'auto'
  title.textContent = task_name
  main.append(title)
  for (const [id, source] of [
    ['introduction', task_introduction],
    ['steps', task_steps],
  ] as const) {
    const text = part('div', id)
    text.append(showableBlock({ html: source }, { imageHosts: [], kept, marked: null }))
    main.append(text)
  }
  const pages = showPages(questions, drawn)
  if (pages.length > 0) {
    const below = inertDocument().createElement('div')
    below.id = 'questions'
    below.append(...pages)
    main.append(below)
  }
  return main
}

function part(name: string, id: string) {
  const element = inertDocument().createElement(name)
  element.id = id
  return element
}

/**
 * The style sheet of the participant view. It stands beside the app's own files, so that the page in the
 * frame, a review copy and a record look the same. Rejects when it cannot be loaded.
 */
export async function sheetStyles(): Promise<string> {
  const response = await fetch('/preview.css')
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('text/css')) throw new Error('There is no style sheet.')
  return response.text()
}
