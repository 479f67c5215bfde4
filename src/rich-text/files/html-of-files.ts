import { cleanClipboard } from '#rich-text/paste/clean-clipboard.ts'
import { pasteWords } from '#rich-text/paste/paste-words.ts'
import { readTextFile } from './read-text-file.ts'
import { whyNotTaken } from './why-not-taken.ts'

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
