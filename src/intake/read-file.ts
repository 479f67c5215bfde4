import type { Place } from '#contract/place.ts'
import { MOST_FILE_CHARACTERS } from '#draft-files/file-limits.ts'
import { textOfFile } from '#html/text-of-file.ts'
import type { Pasted } from '#pasted-request/pasted.ts'
import { noRequest, unrecognised } from '#pasted-request/unrecognised.ts'
import { readText } from './read-text.ts'

const TEXTS = /\.(?:docx?|odt|rtf|pdf|html?|md|markdown)$/i
/** Those of them that the editors read. */
const READABLE_TEXTS = /\.(?:docx|html?|md|markdown)$/i

const UNREADABLE_TEXT =
  'This is a text of a kind that is not read here. Save it as a Word document (.docx), or copy the text out of it.'

/**
 * Reads a file as `readText` does. One that is too large, or evidently no request, is refused by its
 * size and name before any of it is read. Never throws.
 */
export async function readFile(file: File, place: Place): Promise<Pasted> {
  if (TEXTS.test(file.name)) {
    const reason = 'This is a text, not a request. Drop it on Introduction or Steps of a draft.'
    return READABLE_TEXTS.test(file.name) ? noRequest(reason) : unrecognised(UNREADABLE_TEXT)
  }
  if (file.type.startsWith('image/')) return unrecognised('This is a picture.')
  // A character takes one byte at least.
  if (file.size > MOST_FILE_CHARACTERS) {
    return unrecognised('The file is longer than 10 MB. Split it into smaller files.')
  }
  try {
    const text = await textOfFile(file)
    return text === null ? unrecognised('This is no text file.') : await readText(text, place)
  } catch {
    return unrecognised('The file could not be read. Was it moved, or is it a folder?')
  }
}
