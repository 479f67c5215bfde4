import type { TaskDetails } from '#contract/batch.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { showableBlock } from './showable-block.ts'

/**
 * What participants read, as nodes that do nothing: the content of `public/preview.html` with the texts
 * in it, for paper and for files. Pictures are named and never loaded. `public/preview.css` dresses it.
 */
export function staticSheet({ task_name, task_introduction, task_steps }: TaskDetails) {
  const main = inertDocument().createElement('main')
  // Nobody says in which language the texts are.
  main.lang = ''
  const title = part('h1', 'title')
  title.textContent = task_name
  main.append(title, html('introduction', task_introduction), html('steps', task_steps))
  return main
}

function html(id: string, source: string) {
  const text = part('div', id)
  text.append(showableBlock({ html: source }, { imageHosts: [], kept: null, marked: null }))
  return text
}

function part(name: string, id: string) {
  const element = inertDocument().createElement(name)
  element.id = id
  element.dir = 'auto'
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
