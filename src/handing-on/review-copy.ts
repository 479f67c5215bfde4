import { inertDocument } from '#html/inert-document.ts'
import { selfContainedPage } from '#html/self-contained-page.ts'
import { staticSheet } from '#participant-view/static-sheet.ts'
import type { HandedTask } from './handed-task.ts'
import { settingsOf, type Names } from './settings-of.ts'

/** Below the sheet, in its look: white with dark text wherever it is opened, and on paper. */
const SETTINGS = `
main { padding-bottom: 32px; }
#settings { max-width: calc(68ch + 64px); margin: 0 auto; padding: 0 20px 48px; }
#settings > :first-child { padding-top: 20px; border-top: 1px solid #c9c6bd; }
#settings > :is(p, dl) { font-size: 15px; line-height: 24px; }
#settings > p { color: #59616a; }
#settings div { margin-block: 8px; }
#settings dt { color: #59616a; font-weight: 400; }
#settings dd { margin: 0; overflow-wrap: anywhere; }
@media (width >= 600px) { #settings { padding-inline: 32px; } }
@media print { main, #settings { padding-inline: 0; max-width: none; } #settings div { break-inside: avoid; } }
`

/**
 * A task as one HTML file for somebody without this app: what participants read, in the look of the
 * participant view, and the settings. Nothing in it runs, loads or leads anywhere. `sheetStyles` is
 * `public/preview.css`.
 */
export function reviewCopy(task: HandedTask, names: Names, sheetStyles: string): string {
  const content = inertDocument().createDocumentFragment()
  content.append(staticSheet(task.texts), settings(task, names))
  return selfContainedPage({
    title: `${task.batchName || task.texts.task_name || 'Task'} – review copy`,
    styles: sheetStyles + SETTINGS,
    content,
  })
}

function settings(task: HandedTask, names: Names) {
  const section = create('section')
  section.id = 'settings'
  const list = create('dl')
  for (const [term, value] of settingsOf(task, names)) {
    const row = create('div')
    const words = create('dd', value)
    words.dir = 'auto'
    row.append(create('dt', term), words)
    list.append(row)
  }
  section.append(
    create('p', 'Data and questions appear after this text. They are not shown here.'),
    create('h2', 'Settings'),
    list,
    create('p', 'A copy for review: links do not open, and pictures are not loaded.'),
  )
  return section
}

function create(name: string, words = '') {
  const element = inertDocument().createElement(name)
  element.textContent = words
  return element
}
