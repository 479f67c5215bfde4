import { isBlankHtml } from '#html/parse/blank.ts'
import { readTextFile } from '#editor/files/read-text-file.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import { changeWords } from '#editor/paste/describe-paste.ts'

/**
 * A text for people as clean HTML, as if it had been dropped on Introduction, and what the clean-up did;
 * '' and the reason when there is none. Never throws.
 */
export async function htmlOfText(text: File): Promise<{ html: string; says: string[] }> {
  const { clipboard, refusal } = await readTextFile(text)
  if (!clipboard) return { html: '', says: [`The text was not imported: ${refusal}`] }
  const { html, report } = cleanClipboard(clipboard, 'clean', true)
  const says = changeWords(report)
  if (isBlankHtml(html)) return { html: '', says: ['No text is left after the cleanup.', ...says] }
  return { html, says }
}
