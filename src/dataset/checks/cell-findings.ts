import { ACCEPTED_ENDINGS } from '#dataset/columns/media-addresses.ts'
import type { ColumnUse, Step } from '#dataset/recipe.ts'
import { grouped } from '#ui/counted.ts'
import { type Finding, finding, quoted, type RowList, rowWords, sentence } from './finding.ts'
import {
  type CellProblem,
  type CellScan,
  EXCEL_CELL,
  LONG_CELL,
  type ProblemRows,
} from './scan-cells.ts'

/** How a problem of one column reads. `name` is its heading in quotes. */
interface Wording {
  level: Finding['level']
  says: (about: { name: string; list: RowList; use: ColumnUse }) => string
  fix?: (column: string) => { label: string; step: Step }
}

const MEDIA: Partial<Record<ColumnUse, string>> = {
  image_url: 'a picture',
  audio_url: 'a recording',
  video_url: 'a video',
}

const BY_COLUMN: readonly (readonly [CellProblem, Wording])[] = [
  [
    'no-address',
    {
      level: 'should',
      says: ({ name, list, use }) =>
        `${sentence(rowWords(list))} of ${name} ${has(list)} no web address of ${MEDIA[use] ?? 'a file'}.`,
    },
  ],
  [
    'page',
    {
      level: 'should',
      says: ({ name, list, use }) =>
        `The address in ${rowWords(list)} of ${name} opens a page, not ${MEDIA[use] ?? 'a file'}. Link to the file itself.`,
    },
  ],
  [
    'wrong-kind',
    {
      level: 'should',
      says: ({ name, list, use }) =>
        `The address in ${rowWords(list)} of ${name} leads to another kind of file than ${MEDIA[use] ?? 'a file'}.`,
    },
  ],
  [
    'insecure',
    {
      level: 'should',
      says: ({ name, list }) =>
        `The address in ${rowWords(list)} of ${name} starts with http://. Browsers may block it.`,
      fix: (column) => ({ label: 'Change to https://', step: { kind: 'http-to-https', column } }),
    },
  ],
  [
    'ending',
    {
      level: 'should',
      says: ({ name, list, use }) =>
        `The address in ${rowWords(list)} of ${name} does not end in ${endings(use)}, as Prolific expects.`,
    },
  ],
  [
    'formula',
    {
      level: 'should',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${list.count === 1 ? 'shows a formula' : 'show formulas'} as text. Participants see it like that.`,
    },
  ],
  [
    'html',
    {
      level: 'should',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${has(list)} HTML. Participants may see the tags.`,
      fix: (column) => ({ label: 'Turn HTML into text', step: { kind: 'html-to-text', column } }),
    },
  ],
  [
    'cut',
    {
      level: 'should',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} may be cut off: Excel keeps ${grouped(EXCEL_CELL)} characters of a cell.`,
    },
  ],
  [
    'long',
    {
      level: 'should',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${has(list)} more than ${grouped(LONG_CELL)} characters. Try it in Prolific first.`,
    },
  ],
  [
    'email',
    {
      level: 'should',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${list.count === 1 ? 'contains an e-mail address' : 'contain e-mail addresses'}. Prolific cannot delete uploaded data.`,
    },
  ],
  [
    'markdown',
    {
      level: 'note',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${has(list)} Markdown. Participants may see its signs, such as **.`,
      fix: (column) => ({
        label: 'Remove the Markdown signs',
        step: { kind: 'markdown-to-text', column },
      }),
    },
  ],
  [
    'breaks',
    {
      level: 'note',
      says: ({ name, list }) =>
        `${sentence(rowWords(list))} of ${name} ${has(list)} line breaks. Prolific may show them as spaces.`,
    },
  ],
]

/** Problems that one step fixes in the whole table, each a finding. */
const BY_TABLE: readonly (readonly [
  CellProblem,
  { level: Finding['level']; says: (where: string, list: RowList) => string; fix: Finding['fix'] },
])[] = [
  [
    'damaged',
    {
      level: 'should',
      says: (where, list) => `${where} ${has(list)} damaged characters, such as â€™ instead of ’.`,
      fix: { label: 'Repair them', step: { kind: 'repair-encoding' } },
    },
  ],
  [
    'lost',
    {
      level: 'should',
      says: (where, list) =>
        `${where} ${has(list)} characters that could not be read (\uFFFD). Try another encoding, or save the file as UTF-8.`,
      fix: null,
    },
  ],
  [
    'invisible',
    {
      level: 'should',
      says: (where, list) => `${where} ${has(list)} control or other invisible characters.`,
      fix: { label: 'Remove them', step: { kind: 'drop-control-characters' } },
    },
  ],
  [
    'spaces',
    {
      level: 'note',
      says: (where, list) => `${where} ${has(list)} spaces at the start or end of a cell.`,
      fix: { label: 'Remove them', step: { kind: 'trim-spaces' } },
    },
  ],
]

/** What a scan found in the cells, in words. `useOf` gives the use of a column by its heading. */
export function cellFindings(
  scan: CellScan,
  headings: readonly string[],
  useOf: (heading: string) => ColumnUse,
): Finding[] {
  const ofTable = BY_TABLE.flatMap(([problem, { level, says, fix }]) => {
    const list = scan.byTable.get(problem)
    if (list === undefined) return []
    const column = onlyColumn(list, headings)
    const where = `${sentence(rowWords(list))}${column === null ? '' : ` of ${quoted(column)}`}`
    return [finding(problem, level, says(where, list), { column, fix, ...rowsOf(list) })]
  })
  const ofColumns = BY_COLUMN.flatMap(([problem, { level, says, fix }]) =>
    Array.from(scan.byColumn.get(problem) ?? [], ([at, list]) => {
      const column = headings[at] ?? ''
      const message = says({ name: quoted(column), list, use: useOf(column) })
      const parts = { column, fix: fix?.(column) ?? null, ...rowsOf(list) }
      return finding(`${problem}:${column}`, level, message, parts)
    }),
  )
  return [...ofTable, ...ofColumns]
}

function onlyColumn({ columns }: ProblemRows, headings: readonly string[]): string | null {
  const [first] = columns
  return columns.size === 1 && first !== undefined ? (headings[first] ?? null) : null
}

function rowsOf({ rows, count }: RowList) {
  return { rows, count }
}

function has({ count }: RowList) {
  return count === 1 ? 'has' : 'have'
}

function endings(use: ColumnUse): string {
  if (use !== 'audio_url' && use !== 'video_url') return 'the right way'
  const names = ACCEPTED_ENDINGS[use].map((ending) => `.${ending}`)
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
