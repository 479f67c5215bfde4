import {
  READ_LIMITS,
  UnreadableFile,
  type ReadChoice,
  type SourceTable,
} from '#dataset/source-table.ts'
import { kindOfFile } from './file-kind.ts'
import { readStart, type ReadOptions } from './read-bytes.ts'

const TOO_LARGE = `This file is larger than ${READ_LIMITS.bytes / 1_000_000} MB. Split it into smaller files, and choose one of them.`

async function read(file: Blob, choice: ReadChoice, options: ReadOptions): Promise<SourceTable> {
  const kind = await kindOfFile(file, await readStart(file, 4_096))
  if (kind.reader === null) throw new UnreadableFile(kind.refusal)
  if (kind.reader === 'zip') {
    const { readWorkbook } = await import('./xlsx/read-workbook.ts')
    return readWorkbook(file, choice, options)
  }
  // Who chooses a separator says that the text is no JSON.
  if (kind.reader === 'json' && (choice.separator ?? null) === null) {
    const { readJson } = await import('./text/read-json.ts')
    return readJson(file, choice, options)
  }
  const { readDelimited } = await import('./text/read-delimited.ts')
  return readDelimited(file, choice, options)
}

/**
 * Reads a file into a table, by what is in it. Runs in a worker, and on any Blob.
 *
 * @param file The file, or pasted cells as text with tabs.
 * @param name Its name, which messages quote. It does not say what the file is.
 * @param choice What to use instead of what would be guessed.
 * @param options A signal that stops the read, and a listener for its progress in bytes.
 * @throws {UnreadableFile} With a sentence that names what is wrong and what to do. Rejects with the
 *   signal's reason when it is aborted.
 */
export async function readTable(
  file: Blob,
  name: string,
  choice: ReadChoice = {},
  options: ReadOptions = {},
): Promise<SourceTable> {
  options.signal?.throwIfAborted()
  if (file.size > READ_LIMITS.bytes) throw new UnreadableFile(TOO_LARGE)
  try {
    return await read(file, choice, options)
  } catch (error) {
    if (error instanceof UnreadableFile || options.signal?.aborted) throw error
    throw new UnreadableFile(
      `“${name}” could not be read. It may be damaged. Open it in your spreadsheet, save it as CSV, and choose that file.`,
      { cause: error },
    )
  }
}
