// @vitest-environment node
import { expect, it } from 'vitest'
import { readTable } from './read-table.ts'
import { makeWorkbook, textRow } from './testing/make-workbook.ts'

/** What the cell shows, written before any reader was run, and the kinds of the notes about it. */
interface Case {
  readonly cell: string
  readonly format?: string
  readonly shown: string
  readonly notes?: readonly string[]
  readonly strings?: readonly string[]
  readonly is1904?: boolean
}

const number = (value: string, format: string, shown: string, more: Partial<Case> = {}): Case => ({
  cell: `<c r="A2" s="1"><v>${value}</v></c>`,
  format,
  shown,
  ...more,
})
const shared = (string: string, shown: string, format = 'General'): Case => ({
  cell: '<c r="A2" s="1" t="s"><v>0</v></c>',
  format,
  strings: [string],
  shown,
})
const cell = (markup: string, shown: string, ...notes: readonly string[]): Case => ({
  cell: markup,
  shown,
  notes,
})

it.each<[string, Case]>([
  ['a whole number', number('5', 'General', '5')],
  ['a negative number', number('-12.5', 'General', '-12.5')],
  ['the noise of a sum', number('0.30000000000000004', 'General', '0.3')],
  ['another noise', number('1.1000000000000001', 'General', '1.1')],
  ['a third', number('0.33333333333333331', 'General', '0.333333333333333')],
  ['a small number', number('1E-3', 'General', '0.001')],
  ['a smaller number', number('1.5E-7', 'General', '0.00000015')],
  ['a tiny number', number('1.5E-12', 'General', '1.5E-12')],
  ['a number of 12 digits', number('123456789012', 'General', '123456789012')],
  ['a number of 15 digits', number('123456789012345', 'General', '123456789012345')],
  [
    'a number of 18 digits',
    number('123456789012345678', 'General', '123456789012346000', { notes: ['long-number'] }),
  ],
  [
    'the same as Excel stores it',
    number('1.2345678901234599E+17', 'General', '123456789012346000', { notes: ['long-number'] }),
  ],
  ['a huge number', number('1E+21', 'General', '1E+21', { notes: ['long-number'] })],
  ['leading zeros by format', number('742', '00000', '00742')],
  ['decimals', number('3.14159', '0.00', '3.14')],
  ['thousands', number('1234567.891', '#,##0.00', '1,234,567.89')],
  ['percent', number('0.125', '0.0%', '12.5%')],
  ['euros', number('1234.5', '#,##0.00\\ &quot;€&quot;', '1,234.50 €')],
  ['accounting', number('3.5', '_-* #,##0.00_-', '3.50')],
  ['a red negative', number('-5', '0;[Red]-0', '-5')],
  ['negatives in brackets', number('-3', '0.00_);(0.00)', '(3.00)')],
  ['words in a format', number('7', '&quot;day &quot;0', 'day 7')],
  ['scientific', number('12345', '0.00E+00', '1.23E+04')],
  ['a fraction', number('0.5', '# ?/?', '1/2')],
  ['a format that hides', number('5', ';;;', '5')],
  ['a format that is none', number('5', '[[[', '5')],
  ['a date', number('46110', 'yyyy\\-mm\\-dd', '2026-03-29')],
  ['a German date', number('46110', 'dd.mm.yyyy', '29.03.2026')],
  ['a German month', number('46357', '[$-407]d. mmmm yyyy', '1. Dezember 2026')],
  ['a date with time', number('46110.104340277778', 'yyyy-mm-dd hh:mm:ss', '2026-03-29 02:30:15')],
  ['a time', number('0.57291666666666663', 'hh:mm', '13:45')],
  ['a time with AM', number('0.25', 'h:mm AM/PM', '6:00 AM')],
  ['a duration', number('2.0451388888888888', '[h]:mm', '49:05')],
  ['February 28, 1900', number('59', 'yyyy-mm-dd', '1900-02-28')],
  ['the day that never was', number('60', 'yyyy-mm-dd', '1900-02-29')],
  ['March 1, 1900', number('61', 'yyyy-mm-dd', '1900-03-01')],
  ['a date from 1904', number('44648', 'yyyy-mm-dd', '2026-03-29', { is1904: true })],
  ['a duration from 1904', number('2.0451388888888888', '[h]:mm', '49:05', { is1904: true })],
  [
    'an ISO date',
    {
      cell: '<c r="A2" s="1" t="d"><v>2026-03-29T00:00:00</v></c>',
      format: 'yyyy-mm-dd',
      shown: '2026-03-29',
    },
  ],
  ['a shared text', shared('<t>word</t>', 'word')],
  ['zeros in a text', shared('<t>00123</t>', '00123')],
  ['a text like a number', shared('<t>1E5</t>', '1E5')],
  ['a text like a date', shared('<t>MARCH1</t>', 'MARCH1')],
  ['an id of 18 digits', shared('<t>123456789012345678</t>', '123456789012345678', '@')],
  ['a formula in a text', shared("<t>=cmd|' /C calc'!A0</t>", "=cmd|' /C calc'!A0")],
  [
    'rich text',
    shared(
      '<r><t xml:space="preserve">plain </t></r><r><rPr><b/></rPr><t>bold</t></r>',
      'plain bold',
    ),
  ],
  ['a reading aid', shared('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>', '東京')],
  ['spaces that are kept', shared('<t xml:space="preserve">  a b </t>', '  a b ')],
  ['spaces that are not', shared('<t>  a b </t>', 'a b')],
  ['a line break', shared('<t>a\nb</t>', 'a\nb')],
  ['an escaped line break', shared('<t>a_x000D__x000A_b</t>', 'a\r\nb')],
  ['an escaped escape', shared('<t>_x005F_x000D_</t>', '_x000D_')],
  ['entities', shared('<t>&lt;b&gt;&amp;&quot;x&quot; &#x1F600;</t>', '<b>&"x" 😀')],
  ['an unknown entity', shared('<t>&xxe;</t>', '&xxe;')],
  ['half a character', shared('<t>a&#xD800;b</t>', 'a\uFFFDb')],
  ['CDATA', shared('<t><![CDATA[<a & b>]]></t>', '<a & b>')],
  ['a text with a format', shared('<t>abc</t>', 'xabc', '&quot;x&quot;@')],
  ['an inline text', cell('<c r="A2" t="inlineStr"><is><t>in</t></is></c>', 'in')],
  [
    'an inline rich text',
    cell('<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'),
  ],
  ['a truth', cell('<c r="A2" t="b"><v>1</v></c>', 'TRUE')],
  ['an untruth', cell('<c r="A2" t="b"><v>0</v></c>', 'FALSE')],
  ['an error', cell('<c r="A2" t="e"><v>#DIV/0!</v></c>', '#DIV/0!', 'error-value')],
  ['a formula', cell('<c r="A2"><f>1+2</f><v>3</v></c>', '3', 'formula')],
  ['a formula of text', cell('<c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab', 'formula')],
  [
    'a formula that fails',
    cell('<c r="A2" t="e"><f>#REF!+1</f><v>#REF!</v></c>', '#REF!', 'formula', 'error-value'),
  ],
  ['a formula without a result', cell('<c r="A2"><f>1+2</f></c>', '', 'formula-without-result')],
  ['a shared formula', cell('<c r="A2"><f t="shared" si="0"/><v>7</v></c>', '7', 'formula')],
  [
    'a picture by formula',
    cell(
      '<c r="A2" t="e"><f>_xlfn.IMAGE("https://a.example/b.png")</f><v>#VALUE!</v></c>',
      '',
      'picture',
    ),
  ],
  ['no reference', cell('<c><v>3</v></c>', '3')],
  ['another prefix', cell('<x:c xmlns:x="a" r="A2"><x:v>3</x:v></x:c>', '3')],
  ['single quotes and spaces', cell("<c r = 'A2'\n t='b' ><v>1</v></c >", 'TRUE')],
  ['a comment', cell('<c r="A2"><!-- <v>1</v> --><v>2</v></c>', '2')],
])('shows %s', async (_, { cell: markup, format, shown, notes = [], strings = [], is1904 }) => {
  const bytes = makeWorkbook({
    sheets: [
      { rows: `${textRow(1, 'head', 'other')}<row r="2">${markup}<c r="B2"><v>1</v></c></row>` },
    ],
    strings,
    formats: format === undefined ? [] : [format],
    properties: is1904 ? '<workbookPr date1904="true"/>' : '',
  })
  const table = await readTable(new Blob([bytes]), 'items.xlsx')
  expect(table.rows[1]?.cells).toEqual([shown, '1'])
  expect(table.notes.map(({ kind }) => kind)).toEqual(notes)
})
