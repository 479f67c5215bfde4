import { UnreadableFile, type ReadChoice, type SourceTable } from '#dataset/source-table.ts'
import { readPieces, type ReadOptions } from '#dataset/read/read-bytes.ts'
import { TableBuilder } from '#dataset/read/table-builder.ts'
import { readFormats } from './read-formats.ts'
import { ReadBudget } from './read-limits.ts'
import { hasCellPictures, notePictures } from './read-pictures.ts'
import { readSharedStrings } from './read-strings.ts'
import { FAR_CELLS, SheetHandler, type SheetContext } from './sheet-handler.ts'
import { readWorkbookParts, type WorkbookSheet } from './workbook-parts.ts'
import { refuseOtherArchive } from './refuse-archive.ts'
import { XmlScanner } from './xml-scanner.ts'
import { XmlDecoder, ZipArchive } from './zip-archive.ts'

/** A value in a cell, in what is only looked over. */
const FILLED = /<(?:\w+:)?v>[^<]|<(?:\w+:)?is[ >]/u
const END_OF_CELLS = /<\/(?:\w+:)?sheetData\s*>/u
/** Longer than any of the tags above. */
const OVERLAP = 64

async function readBytes(file: Blob, options: ReadOptions): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size)
  let at = 0
  for await (const piece of readPieces(file, options)) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Looks for the end of the cells where no more rows are read. */
class RestOfCells {
  #rest = ''

  /**
   * @returns What follows the cells, or null when they go on.
   * @throws {UnreadableFile} When there are filled cells.
   */
  push(piece: string): string | null {
    const text = this.#rest + piece
    const end = END_OF_CELLS.exec(text)
    if (FILLED.test(end ? text.slice(0, end.index) : text)) throw new UnreadableFile(FAR_CELLS)
    this.#rest = text.slice(-OVERLAP)
    return end ? text.slice(end.index) : null
  }
}

async function readSheet(
  archive: ZipArchive,
  sheet: WorkbookSheet,
  context: SheetContext,
  budget: ReadBudget,
): Promise<{ readonly builder: TableBuilder; readonly hasMergedTitles: boolean }> {
  const builder = new TableBuilder()
  const handler = new SheetHandler(builder, context)
  const scanner = new XmlScanner(handler)
  const rest = new RestOfCells()
  const decoder = new XmlDecoder()
  let isAfterCells = false
  for (const piece of archive.read(sheet.path)) {
    const text = decoder.decode(piece)
    if (handler.isDone && !isAfterCells) {
      const after = rest.push(text)
      if (after !== null) {
        isAfterCells = true
        scanner.restart(after)
      }
    } else scanner.push(text)
    // oxlint-disable-next-line no-await-in-loop
    await budget.pause()
  }
  if (!handler.isDone) scanner.end()
  for (const [first, last] of handler.hiddenColumns)
    for (let column = Math.max(first, 0); column <= Math.min(last, builder.width - 1); column += 1)
      builder.notes.add('hidden-columns', null, column)
  notePictures(archive, sheet.path, builder.notes)
  return { builder, hasMergedTitles: handler.hasMergedTitles }
}

function chosenSheets(
  sheets: readonly WorkbookSheet[],
  chosen: string | null,
): readonly WorkbookSheet[] {
  if (chosen === null) {
    const visible = sheets.filter(({ isHidden }) => !isHidden)
    return visible.length > 0 ? visible : sheets
  }
  const found = sheets.find(({ name }) => name === chosen)
  if (!found)
    throw new UnreadableFile(`This workbook has no sheet “${chosen}”. Choose one of its sheets.`)
  return [found]
}

/**
 * Reads a sheet of a workbook (.xlsx), as the sheet shows it: the chosen one, or the first visible one
 * that has cells. Nothing outside of the file is followed, and no formula is worked out.
 *
 * @throws {UnreadableFile} When it is another kind of file, damaged, or over a limit.
 */
export async function readWorkbook(
  file: Blob,
  choice: ReadChoice,
  options: ReadOptions,
): Promise<SourceTable> {
  const bytes = await readBytes(file, options)
  const budget = new ReadBudget(options.signal)
  const archive = new ZipArchive(bytes, budget)
  refuseOtherArchive(archive)
  const workbook = readWorkbookParts(archive)
  const candidates = chosenSheets(workbook.sheets, choice.sheet ?? null)
  const path = workbook.sharedStringsPath
  const context: SheetContext = {
    strings: path === null ? [] : await readSharedStrings(archive, path, budget),
    formats: readFormats(archive, workbook),
    hasCellPictures: hasCellPictures(archive),
  }
  let sheet = candidates[0]
  let read: Awaited<ReturnType<typeof readSheet>> | null = null
  for (const candidate of candidates) {
    // oxlint-disable-next-line no-await-in-loop
    const next = await readSheet(archive, candidate, context, budget)
    if (!read || next.builder.width > 0) {
      read = next
      sheet = candidate
    }
    if (read.builder.width > 0) break
  }
  if (!read || !sheet) throw new UnreadableFile('This workbook has no sheets. Choose another file.')
  const { builder, hasMergedTitles } = read
  if (workbook.hasExternalLinks) builder.notes.add('external-links', null)
  if (archive.names.some((name) => name.endsWith('vbaproject.bin')))
    builder.notes.add('macros', null)
  return builder.finish({
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: sheet.name,
    headingRows: null,
    hasMergedTitles,
  })
}
