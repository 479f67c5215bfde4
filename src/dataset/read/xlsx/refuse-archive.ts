import { UnreadableFile } from '#dataset/source-table.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Zip files that are no workbooks, by an entry that they have. */
const OTHERS: readonly (readonly [entry: RegExp, refusal: string])[] = [
  [
    /^xl\/workbook\.bin$/u,
    'This is a binary Excel workbook (.xlsb). Open it, and save it as .xlsx.',
  ],
  [
    /^word\/document\.xml$/u,
    'This is a Word document. Copy its table into a spreadsheet, and save that as .xlsx.',
  ],
  [
    /^ppt\/presentation\.xml$/u,
    'This is a presentation. Copy its table into a spreadsheet, and save that as .xlsx.',
  ],
  [
    /^(?:index\.zip|index\/.*\.iwa)$/u,
    'This is a file of Apple Numbers, Pages or Keynote. In Numbers, export it to Excel or CSV, and choose that file.',
  ],
]

/**
 * Lets only workbooks pass.
 *
 * @throws {UnreadableFile} With a sentence on what the file is instead.
 */
export function refuseOtherArchive(archive: ZipArchive): void {
  const { names } = archive
  for (const [entry, refusal] of OTHERS)
    if (names.some((name) => entry.test(name))) throw new UnreadableFile(refusal)
  if (archive.has('mimetype')) {
    const type = archive.text('mimetype').slice(0, 100)
    throw new UnreadableFile(
      type.includes('spreadsheet')
        ? 'This is an OpenDocument spreadsheet (.ods). Open it, and save it as .xlsx.'
        : 'This file is not a spreadsheet. Choose an Excel workbook (.xlsx), or a text file such as CSV.',
    )
  }
  if (!archive.has('[Content_Types].xml') || !names.some((name) => name.endsWith('workbook.xml')))
    throw new UnreadableFile('This is a zip file. Unpack it, and choose the table that is in it.')
}
