import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import { pasteWords } from '#editor/paste/describe-paste.ts'
import { readTextFile } from './read-text-file.ts'
import { whyNotTaken } from './text-files.ts'

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Whether something under the pointer is written in, and knows what to do with a file. */
const isOverText = (event: DragEvent) =>
  event.composedPath().some((each) => each instanceof HTMLElement && each.isContentEditable)

let texts = 0

/** The text of a file as clean HTML, '' when there is none, and what to say about it. */
export async function htmlOfFiles(files: readonly File[]): Promise<{ html: string; says: string }> {
  const refused = whyNotTaken(files)
  const [file] = files
  if (refused !== null || !file) return { html: '', says: refused?.says ?? '' }
  const { clipboard, refusal } = await readTextFile(file)
  if (!clipboard) return { html: '', says: `“${file.name}” was not inserted: ${refusal}` }
  const { html, report } = cleanClipboard(clipboard, 'clean', true)
  return { html, says: pasteWords(report, file.name) }
}

function refuse(event: DragEvent) {
  if (event.defaultPrevented || !holdsFiles(event) || isOverText(event)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}

/**
 * Keeps the browser from leaving the page for a file that was dropped beside the texts, as long as one
 * of them is shown. Returns what each text has to call when it goes.
 */
export function keepPageOnDrop(): () => void {
  texts += 1
  addEventListener('dragover', refuse)
  addEventListener('drop', refuse)
  return () => {
    texts -= 1
    if (texts > 0) return
    removeEventListener('dragover', refuse)
    removeEventListener('drop', refuse)
  }
}
