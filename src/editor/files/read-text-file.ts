import { askWorker, TookTooLong } from '#html/worker/ask-worker.ts'
import { MAX_PASTE_LENGTH } from '#html/parse/limits.ts'
import { textOfFile, withLineFeeds } from '#html/parse/text-of-file.ts'
import { markdownToHtml } from '#editor/paste/read/markdown.ts'
import type { Clipboard } from '#editor/paste/paste-state.ts'
import type { ConvertedDocument } from './docx-to-html.ts'

/** Documents bring their pictures along, which are not read. */
const MOST_DOCUMENT_BYTES = 20 * 1024 * 1024
/** As long as anybody waits for what is refused in the end. */
const LONGEST_MS = 1_800

/** What a file holds, as if it had been copied, or why it cannot be had: "it is damaged." */
export type ReadFile =
  | { clipboard: Clipboard; refusal: null }
  | { clipboard: null; refusal: string }

/**
 * Reads a file of text: HTML, Markdown, plain text or a Word document. It is not yet clean. What is too
 * large is refused before it is read. Never throws.
 */
export async function readTextFile(file: File): Promise<ReadFile> {
  const kind = /\.(\w+)$/.exec(file.name.toLowerCase())?.[1] ?? ''
  const isDocument = kind === 'docx'
  const most = isDocument ? MOST_DOCUMENT_BYTES : MAX_PASTE_LENGTH
  if (file.size > most) {
    return refuse(`it is larger than ${most / 1024 / 1024} MB. Split it into smaller files.`)
  }
  try {
    return isDocument ? await readDocument(file) : readText(file.name, kind, await textOfFile(file))
  } catch {
    return refuse('it could not be read. It may have been moved, or it may be a folder.')
  }
}

function readText(name: string, kind: string, text: string | null): ReadFile {
  if (text === null) return refuse('it is not a text file, despite its name.')
  if (text.trim() === '') return refuse('it is empty.')
  if (/^html?$/.test(kind)) return read({ html: text, text: '', file: name })
  const html = kind === 'txt' ? '' : markdownToHtml(withLineFeeds(text))
  return read({ html, text, file: name })
}

async function readDocument(file: File): Promise<ReadFile> {
  const { html, refusal } = await convert(await file.arrayBuffer())
  if (html === null) return refuse(refusal)
  if (html === '') return refuse('it contains no text.')
  return read({ html, text: '', file: file.name })
}

async function convert(bytes: ArrayBuffer): Promise<ConvertedDocument> {
  if (typeof Worker === 'undefined') return (await import('./docx-to-html.ts')).docxToHtml(bytes)
  const { default: address } = await import('./docx.worker.ts?worker&url')
  try {
    return await askWorker<ConvertedDocument>(address, bytes, LONGEST_MS)
  } catch (error) {
    const refusal =
      error instanceof TookTooLong
        ? 'it takes too long to read. Copy the text in Word and paste it here.'
        : 'the part that reads Word documents could not be loaded. Check that the server is still running.'
    return { html: null, refusal }
  }
}

const read = (clipboard: Clipboard): ReadFile => ({ clipboard, refusal: null })
const refuse = (refusal: string): ReadFile => ({ clipboard: null, refusal })
