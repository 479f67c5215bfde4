import { inertDocument } from '#html/parse/inert-document.ts'
import { selfContainedPage } from '#html/safety/self-contained-page.ts'
import { staticSheet } from '#preview/sheet/static-sheet.ts'
import type { SharedTask } from './shared-task.ts'
import { questionsSection } from './questions-section.ts'
import { inertElement, foreignWords } from './inert-element.ts'
import { settingsOf, type Names } from './settings-of.ts'

/** Below the sheet, in its look: white with dark text wherever it is opened, and on paper. */
const BELOW = `
main { padding-bottom: 32px; }
#asked { margin-top: 28px; padding-top: 20px; border-top: 1px solid #c9c6bd; font-size: 15px; line-height: 24px; overflow-wrap: anywhere; }
#asked > h2 { margin-top: 0; }
#asked ul { margin: 0; }
#asked > ul { padding: 0; list-style: none; }
#asked > ul > li { margin-block: 12px; padding: 12px 16px; border: 1px solid #c9c6bd; border-radius: 6px; }
#asked li > p, #asked dl { margin-block: 0; }
#asked li > span:first-child { float: inline-end; color: #59616a; }
#asked li > p:first-of-type, #asked dt { color: #59616a; font-weight: 400; }
#asked li > p + p { white-space: pre-wrap; }
#asked [data-question] > p + p { font-weight: 650; }
#asked dl > div { margin-top: 8px; }
#asked dd { margin: 0; }
#settings { max-width: calc(68ch + 64px); margin: 0 auto; padding: 0 20px 48px; }
#settings > :first-child { padding-top: 20px; border-top: 1px solid #c9c6bd; }
#settings > :is(p, dl) { font-size: 15px; line-height: 24px; }
#settings > p { color: #59616a; }
#settings div { margin-block: 8px; }
#settings dt { color: #59616a; font-weight: 400; }
#settings dd { margin: 0; overflow-wrap: anywhere; }
@media (width >= 600px) { #settings { padding-inline: 32px; } }
@media print {
  main, #settings { padding-inline: 0; max-width: none; }
  #settings div, #asked > ul > li { break-inside: avoid; }
  #asked h2, #asked h3 { break-after: avoid; }
}
`

/**
 * A task as one HTML file for somebody without this app: what participants read and answer, in the look
 * of the participant view, what they are asked in words, and the settings. Nothing in it runs, loads or leads anywhere. `sheetStyles` is
 * `public/preview.css`.
 */
export function reviewCopy(task: SharedTask, names: Names, sheetStyles: string): string {
  const content = inertDocument().createDocumentFragment()
  const sheet = staticSheet(task.texts, task.questions)
  sheet.append(questionsSection(task))
  content.append(sheet, settings(task, names))
  return selfContainedPage({
    title: `${task.batchName || task.texts.task_name || 'Task'} – review copy`,
    styles: sheetStyles + BELOW,
    content,
  })
}

function settings(task: SharedTask, names: Names) {
  const section = inertElement('section')
  section.id = 'settings'
  const list = inertElement('dl')
  for (const [term, value] of settingsOf(task, names)) {
    const row = inertElement('div')
    row.append(inertElement('dt', term), foreignWords('dd', value))
    list.append(row)
  }
  section.append(
    inertElement('h2', 'Settings'),
    list,
    inertElement('p', 'A copy for review: links do not open, and pictures are not loaded.'),
  )
  return section
}
