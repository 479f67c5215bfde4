import { READ_LIMITS, UnreadableFile } from '#dataset/source-table.ts'
import { TOO_MANY_COLUMNS, type TableBuilder } from '#dataset/read/table-builder.ts'
import { CellText, undoEscapes } from './cell-text.ts'
import { DAMAGED } from './read-limits.ts'
import type { ValueFormats } from './show-value.ts'
import { readAttribute, readFlag, type XmlHandler } from './xml-scanner.ts'

const MOST_EMPTY_ROWS = 1_000
/** What is beyond is hardly worth a note, and ranges can overlap without end. */
const MOST_MERGED_ROWS = 100_000
const LAST_ROW = 1_048_576
const LONGEST_NUMBER = 999_999_999_999_999
/** Formulas that put a picture into their cell, in Excel, exports of Google Sheets, and WPS. */
const PICTURE_FORMULA = /\b(?:IMAGE|DISPIMG)\s*\(|DUMMYFUNCTION\("IMAGE/iu

export const FAR_CELLS =
  'This sheet has cells far below its table, after 1,000 empty rows. Delete them, and save the workbook again.'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly formats: ValueFormats
  /** Cells can hold pictures. */
  readonly hasCellPictures: boolean
}

/** The column of a reference such as AB12, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** Makes rows of the tags of a sheet. */
export class SheetHandler implements XmlHandler {
  readonly #builder: TableBuilder
  readonly #context: SheetContext
  readonly #text = new CellText()
  /** Hidden columns, counted from 0; the last is included. */
  readonly hiddenColumns: (readonly [first: number, last: number])[] = []
  /** Cells in the first filled row are merged sideways. */
  hasMergedTitles = false
  /** So many rows were empty that the rest is not read. */
  isDone = false

  #mergedRows = 0
  #row = 0
  #isHidden = false
  #cells: string[] = []
  #emptyRows = 0
  #column = -1
  #type = ''
  #style = -1
  #hasMeta = false
  #hasFormula = false
  #formula = ''
  #hasValue = false
  #value = ''
  #inside: 'value' | 'formula' | 'inline' | null = null

  constructor(builder: TableBuilder, context: SheetContext) {
    this.#builder = builder
    this.#context = context
  }

  get wantsText(): boolean {
    return this.#inside === 'inline' ? this.#text.wantsText : this.#inside !== null
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes)
        break
      case 'v':
        this.#inside = 'value'
        this.#hasValue = true
        break
      case 'f':
        this.#inside = 'formula'
        this.#hasFormula = true
        break
      case 'is':
        this.#inside = 'inline'
        break
      case 't':
      case 'rPh':
        if (this.#inside === 'inline')
          this.#text.open(name, readAttribute(attributes, 'xml:space') === 'preserve')
        break
      case 'row':
        this.#openRow(attributes)
        break
      case 'col':
        if (readFlag(attributes, 'hidden'))
          this.hiddenColumns.push([
            Number(readAttribute(attributes, 'min')) - 1,
            Number(readAttribute(attributes, 'max')) - 1,
          ])
        break
      case 'mergeCell':
        this.#takeMerge(readAttribute(attributes, 'ref') ?? '')
        break
      default:
    }
  }

  text(text: string): void {
    if (this.#inside === 'value') this.#value += text
    else if (this.#inside === 'formula') this.#formula += text
    else this.#text.add(text)
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 'f':
      case 'is':
        this.#inside = null
        break
      case 't':
      case 'rPh':
        if (this.#inside === 'inline') this.#text.close(name)
        break
      case 'c':
        this.#closeCell()
        break
      case 'row':
        this.#closeRow()
        break
      default:
    }
  }

  #openRow(attributes: string) {
    const written = readAttribute(attributes, 'r')
    const row = written === null ? this.#row + 1 : Number(written)
    if (!Number.isInteger(row) || row <= this.#row || row > LAST_ROW)
      throw new UnreadableFile(DAMAGED)
    this.#emptyRows += row - this.#row - 1
    this.#row = row
    this.#isHidden = readFlag(attributes, 'hidden')
    this.#cells = []
    this.#column = -1
  }

  #closeRow() {
    if (this.#cells.length === 0) {
      this.#emptyRows += 1
      if (this.#emptyRows >= MOST_EMPTY_ROWS) this.isDone = true
      return
    }
    if (this.#emptyRows >= MOST_EMPTY_ROWS) throw new UnreadableFile(FAR_CELLS)
    this.#emptyRows = 0
    while (this.#builder.length < this.#row - 1) this.#builder.add(this.#builder.length + 1, [])
    this.#builder.add(this.#row, this.#cells)
    if (this.#isHidden) this.#builder.notes.add('hidden-rows', this.#row)
  }

  #openCell(attributes: string) {
    const reference = readAttribute(attributes, 'r')
    this.#column = reference === null ? this.#column + 1 : columnOf(reference)
    this.#type = readAttribute(attributes, 't') ?? 'n'
    const style = readAttribute(attributes, 's')
    this.#style = style === null ? -1 : Number(style)
    this.#hasMeta = attributes.includes(' vm="')
    this.#hasFormula = false
    this.#formula = ''
    this.#hasValue = false
    this.#value = ''
  }

  #closeCell() {
    const shown = this.#show()
    if (shown === '') return
    const column = this.#column
    if (column < 0) throw new UnreadableFile(DAMAGED)
    if (column >= READ_LIMITS.columns) throw new UnreadableFile(TOO_MANY_COLUMNS)
    while (this.#cells.length < column) this.#cells.push('')
    this.#cells[column] = shown
  }

  #note(kind: Parameters<TableBuilder['notes']['add']>[0]) {
    this.#builder.notes.add(kind, this.#row, this.#column)
  }

  #show(): string {
    const { formats, strings } = this.#context
    if (this.#hasFormula && PICTURE_FORMULA.test(this.#formula)) {
      this.#note('picture')
      return ''
    }
    if (this.#hasFormula) this.#note(this.#hasValue ? 'formula' : 'formula-without-result')
    switch (this.#type) {
      case 's': {
        if (this.#value === '') return ''
        const text = strings[Number(this.#value)]
        if (text === undefined) throw new UnreadableFile(DAMAGED)
        return formats.showText(text, this.#style)
      }
      case 'inlineStr':
        return formats.showText(this.#text.take(), this.#style)
      case 'str':
        return formats.showText(undoEscapes(this.#value), this.#style)
      case 'b':
        if (this.#value === '') return ''
        return this.#value === '1' || this.#value === 'true' ? 'TRUE' : 'FALSE'
      case 'e':
        return this.#showError()
      case 'd':
        return this.#showIsoDate()
      default:
        return this.#showNumber()
    }
  }

  #showError(): string {
    if (this.#hasMeta && this.#context.hasCellPictures) {
      this.#note('picture')
      return ''
    }
    if (this.#value !== '') this.#note('error-value')
    return undoEscapes(this.#value)
  }

  #showIsoDate(): string {
    const time = Date.parse(/Z|[+-]\d\d:\d\d$/u.test(this.#value) ? this.#value : `${this.#value}Z`)
    if (Number.isNaN(time)) return undoEscapes(this.#value)
    return this.#context.formats.showDate(time, this.#style)
  }

  #showNumber(): string {
    const raw = this.#value.trim()
    if (raw === '') return ''
    if (Math.abs(Number(raw)) > LONGEST_NUMBER) this.#note('long-number')
    return undoEscapes(this.#context.formats.showNumber(raw, this.#style))
  }

  #takeMerge(reference: string) {
    const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(reference.replaceAll('$', ''))
    if (!range) return
    const [, left = '', top, right = '', bottom] = range
    const [first, last] = [Number(top), Math.min(Number(bottom), this.#builder.length)]
    if (first === this.#builder.firstRow && columnOf(right) > columnOf(left))
      this.hasMergedTitles = true
    for (let row = first; row <= last && this.#mergedRows < MOST_MERGED_ROWS; row += 1) {
      this.#mergedRows += 1
      this.#builder.notes.add('merged-cells', row)
    }
  }
}
