import { strToU8, zipSync, type Zippable } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface SheetParts {
  readonly name?: string
  readonly state?: 'visible' | 'hidden' | 'veryHidden'
  /** The rows, in markup. */
  readonly rows: string
  /** Markup before and after the cells. */
  readonly before?: string
  readonly after?: string
  readonly relations?: string
}

export interface WorkbookFiles {
  readonly sheets: readonly SheetParts[]
  /** The shared strings, each in markup. */
  readonly strings?: readonly string[]
  /** Number formats: style 1 has the first, style 2 the second. */
  readonly formats?: readonly string[]
  readonly properties?: string
  readonly relations?: string
  readonly more?: Zippable
}

const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`)

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const relations = (content: string) =>
  xml(`<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`)

/** The parts of a workbook as Excel writes them. */
export function workbookParts({
  sheets,
  strings = [],
  formats = [],
  properties = '',
  relations: moreRelations = '',
  more = {},
}: WorkbookFiles): Zippable {
  const parts: Zippable = {
    '[Content_Types].xml': xml(`<Types xmlns="${PACKAGE}/content-types"></Types>`),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets
        .map(
          ({ name = `Sheet${sheets.length}`, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      sheets
        .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
        .join('') +
        relation('rId98', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId99', 'styles', 'styles.xml') +
        moreRelations,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${MAIN}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${MAIN}"><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
  }
  for (const [at, { rows, before = '', after = '', relations: own }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = xml(
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    )
    if (own !== undefined) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(own)
  }
  return { ...parts, ...more }
}

/** A workbook, zipped. */
export const makeWorkbook = (files: WorkbookFiles): Uint8Array<ArrayBuffer> =>
  zipSync(workbookParts(files))

/** A row with inline texts. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`)
    .join('')}</row>`
