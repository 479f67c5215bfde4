// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { ReadChoice, SourceTable } from '#dataset/source-table.ts'
import { readTable } from './read-table.ts'
import {
  makeWorkbook,
  textRow,
  workbookParts,
  type WorkbookFiles,
} from './testing/make-workbook.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const read = (files: WorkbookFiles, choice?: ReadChoice) =>
  readTable(new Blob([makeWorkbook(files)]), 'items.xlsx', choice)
const cellsOf = ({ rows }: SourceTable) => rows.map(({ cells }) => cells)

describe('sheets', () => {
  const sheets = [
    { name: 'Notes', state: 'hidden', rows: textRow(1, 'secret') },
    { name: 'Empty', rows: '<row r="1"><c r="A1" s="0"/></row>' },
    { name: 'Items &amp; more', rows: textRow(1, 'id', 'text') + textRow(2, '1', 'a') },
    { name: 'Other', rows: textRow(1, 'x') },
  ] as const

  it('reads the first visible sheet that has cells, and lists all', async () => {
    const table = await read({ sheets })
    expect(table.sheet).toBe('Items & more')
    expect(table.sheets).toEqual([
      { name: 'Notes', isHidden: true },
      { name: 'Empty', isHidden: false },
      { name: 'Items & more', isHidden: false },
      { name: 'Other', isHidden: false },
    ])
    expect(table).toMatchObject({ format: 'xlsx', encoding: null, separator: null, headingRows: 1 })
  })
  it('reads the chosen one, hidden ones too', async () => {
    expect(cellsOf(await read({ sheets }, { sheet: 'Notes' }))).toEqual([['secret']])
    await expect(read({ sheets }, { sheet: 'Empty' })).rejects.toThrow(/“Empty” is empty/u)
    await expect(read({ sheets }, { sheet: 'Gone' })).rejects.toThrow(/no sheet “Gone”/u)
  })
})

describe('rows and columns', () => {
  it('numbers rows as the sheet does, and keeps empty ones in the middle', async () => {
    const table = await read({
      sheets: [
        { rows: `${textRow(1, 'a', 'b')}<row r="4"><c r="B4"><v>7</v></c></row><row r="9"/>` },
      ],
    })
    expect(table.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['', ''] },
      { number: 3, cells: ['', ''] },
      { number: 4, cells: ['', '7'] },
    ])
  })
  it('reads hidden rows and columns, and notes them', async () => {
    const table = await read({
      sheets: [
        {
          before:
            '<cols><col min="2" max="2" hidden="1"/><col min="3" max="16384" hidden="1"/></cols>',
          rows: `${textRow(1, 'a', 'b', 'c')}<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>`,
        },
      ],
    })
    expect(cellsOf(table)).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
    ])
    expect(table.notes).toEqual([
      { kind: 'hidden-rows', rows: [2], count: 1, column: null },
      { kind: 'hidden-columns', rows: [], count: 1, column: 1 },
      { kind: 'hidden-columns', rows: [], count: 1, column: 2 },
    ])
  })
  it('gives merged cells their value once, and sees titles over headings', async () => {
    const table = await read({
      sheets: [
        {
          rows:
            textRow(1, 'Person', '', 'Mood') +
            textRow(2, 'first', 'last', 'now') +
            textRow(3, 'Ann', 'Lee', 'good') +
            textRow(4, 'Bob', '', 'bad'),
          after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>',
        },
      ],
    })
    expect(table.rows[0]?.cells).toEqual(['Person', '', 'Mood'])
    expect(table.headingRows).toBe(2)
    expect(table.notes).toEqual([{ kind: 'merged-cells', rows: [1, 3, 4], count: 3, column: null }])
  })
  it('finds what follows a thousand empty rows', async () => {
    const empty = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="0"/></row>`,
    )
    const table = await read({
      sheets: [
        {
          rows: textRow(1, 'a', 'b') + empty.join(''),
          after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
    })
    expect(table.rows).toHaveLength(1)
  })
})

describe('what cannot be taken along', () => {
  it('notes pictures over cells', async () => {
    const anchor = (row: number, what: string) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>99</xdr:row></xdr:to>${what}</xdr:twoCellAnchor>`
    const table = await read({
      sheets: [
        {
          rows: textRow(1, 'a', 'picture') + textRow(2, 'x', ''),
          relations: `<Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>`,
        },
      ],
      more: {
        'xl/drawings/drawing1.xml': strToU8(
          `<xdr:wsDr xmlns:xdr="d">${anchor(1, '<xdr:pic/>')}${anchor(2, '<xdr:graphicFrame/>')}${anchor(3, '<xdr:grpSp><xdr:pic/></xdr:grpSp>')}</xdr:wsDr>`,
        ),
      },
    })
    expect(table.notes).toEqual([{ kind: 'picture', rows: [2, 4], count: 2, column: 1 }])
  })
  it('notes pictures in cells, and tells them from errors', async () => {
    const rows = '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1"><v>1</v></c></row>'
    const structure = (type: string) => ({
      'xl/richData/rdrichvaluestructure.xml': strToU8(
        `<rvStructures><s t="${type}"/></rvStructures>`,
      ),
    })
    const picture = await read({ sheets: [{ rows }], more: structure('_localImage') })
    expect(picture.rows[0]?.cells).toEqual(['', '1'])
    expect(picture.notes.map(({ kind }) => kind)).toEqual(['picture'])
    const stock = await read({ sheets: [{ rows }], more: structure('_linkedentity') })
    expect(stock.notes.map(({ kind }) => kind)).toEqual(['error-value'])
  })
  it('notes links to other files, and macros', async () => {
    const table = await read({
      sheets: [{ rows: textRow(1, 'a') }],
      relations: `<Relationship Id="rId50" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>`,
      more: { 'xl/vbaProject.bin': new Uint8Array([1]) },
    })
    expect(table.notes.map(({ kind }) => kind)).toEqual(['external-links', 'macros'])
  })
})

describe('other writers', () => {
  it('reads what hucre writes', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['id', 'day', 'ok', 'text'],
            [1.5, new Date(Date.UTC(2026, 2, 29)), true, ' a\nb '],
            [null, null, false, '00123'],
          ],
        },
      ],
    })
    const table = await readTable(new Blob([new Uint8Array(bytes)]), 'a.xlsx')
    expect(cellsOf(table).slice(1)).toEqual([
      ['1.5', expect.stringMatching(/^(?:2026-03-29|3\/29\/2026|3\/29\/26)/u), 'TRUE', ' a\nb '],
      ['', '', 'FALSE', '00123'],
    ])
  })
  it('reads stored entries, absolute targets, other names and UTF-16', async () => {
    const parts = workbookParts({ sheets: [{ rows: '' }] })
    const sheet =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>é</t></is></c></row></sheetData></worksheet>'
    const bytes = zipSync(
      {
        ...parts,
        'xl/worksheets/sheet1.xml': new Uint8Array(
          Uint16Array.from(sheet, (sign) => sign.charCodeAt(0)).buffer,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships><Relationship Target="/xl/worksheets/Sheet1.xml" Type="${OFFICE}/worksheet" Id="rId1"/></Relationships>`,
        ),
      },
      { level: 0 },
    )
    expect(cellsOf(await readTable(new Blob([bytes]), 'a.xlsx'))).toEqual([['é']])
  })
})
