import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { DatasetSchema } from '#contract/dataset-schema.ts'
import { checkData, type Finding } from '#dataset/checks/check-data.ts'
import { groupSizes } from '#dataset/columns/groups.ts'
import { guessColumns } from '#dataset/columns/guess-columns.ts'
import { matchColumns } from '#dataset/columns/match-columns.ts'
import { recipeForAdded, type AddedShape } from '#dataset/columns/recipe-for-added.ts'
import { withHeadings } from '#dataset/columns/with-headings.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import { readTable } from '#dataset/read/read-table.ts'
import type { Recipe, Step } from '#dataset/recipe.ts'
import { cutForAppend, type Cut } from '#dataset/records/cut-for-append.ts'
import { csvLines, recordLines, schemaOf } from '#dataset/records/make-records.ts'
import { UnreadableFile, type ReadChoice, type SourceTable } from '#dataset/source-table.ts'
import { applySteps, describeStep } from '#dataset/steps/apply-steps.ts'
import { columnsAfterStep } from '#dataset/steps/columns-after-step.ts'

/** What a file turned out to be. */
export type OpenedFile = Omit<SourceTable, 'rows' | 'notes'> & { rows: number; sha: string }

/** What a recipe makes of the open file. */
export type Prepared = {
  rows: number
  headings: readonly string[]
  /** The first value of each column that is not empty, by heading. */
  examples: Readonly<Record<string, string>>
  findings: readonly Finding[]
  /** What each step did, in words. */
  done: readonly string[]
  /** The groups by size, the largest first, and how many there are; null without a group column. */
  groups: { count: number; sizes: readonly { value: string; rows: number }[] } | null
  schema: DatasetSchema
}

export type RowsPage = {
  total: number
  rows: readonly { number: number; cells: readonly string[] }[]
}

export type Upload = { file: Blob; sha: string; rows: number }

const MOST_GROUPS_SHOWN = 12
/** Lines that are put together before they are handed to the blob. */
const LINES_AT_ONCE = 2_000

/**
 * One open file and what recipes make of it. Runs in a worker of its own, because a large file takes
 * seconds; the page gets counts and the rows that it shows.
 */
export function createTableService() {
  let source: SourceTable | null = null
  let prepared: { table: PreparedTable; flagged: readonly number[] } | null = null

  const opened = () => {
    if (!source) throw new Error('No file is open.')
    return source
  }
  const tableOf = (recipe: Recipe) =>
    applySteps(withHeadings(opened(), recipe.headingRows), recipe.steps, recipe.columns)
  const shown = () => {
    if (!prepared) throw new Error('Nothing is prepared.')
    return prepared
  }

  return {
    /** Reads a file. Throws UnreadableFile. */
    async open(
      file: Blob,
      name: string,
      choice: ReadChoice,
      onProgress: (read: number, of: number) => void,
    ): Promise<OpenedFile> {
      source = await readTable(file, name, choice, { onProgress })
      const { rows, notes: _notes, ...about } = source
      prepared = null
      return { ...about, rows: rows.length, sha: await hashOf(file) }
    },

    /** The recipe to begin with or, given an earlier one, that one as far as it fits this file. */
    begin(before: Recipe | null): { recipe: Recipe; missing: string[]; added: string[] } {
      const { sheet, encoding, separator, headingRows } = opened()
      const choices = { sheet, encoding: encoding?.name ?? null, separator }
      if (!before) {
        const columns = guessColumns(withHeadings(opened(), headingRows))
        const recipe = { ...choices, headingRows, steps: [], columns, strict: false }
        return { recipe, missing: [], added: [] }
      }
      const { columns, missing, added } = matchColumns(tableOf(before), before.columns)
      return { recipe: { ...before, ...choices, columns }, missing, added }
    },

    /** A recipe with another number of heading rows: its columns are guessed anew. */
    withHeadingRows(recipe: Recipe, headingRows: number): Recipe {
      const columns = guessColumns(withHeadings(opened(), headingRows))
      return { ...recipe, headingRows, steps: [], columns }
    },

    /** A recipe with one more step, and what the step makes of its columns. */
    withStep(recipe: Recipe, step: Step): Recipe {
      const columns = columnsAfterStep(step, recipe.columns, tableOf(recipe))
      return { ...recipe, steps: [...recipe.steps, step], columns }
    },

    /** A recipe without one of its steps; columns that only the step had made go with it. */
    withoutStep(recipe: Recipe, index: number): Recipe {
      const steps = recipe.steps.filter((_, at) => at !== index)
      const { headings } = tableOf({ ...recipe, steps })
      const columns = recipe.columns.filter(({ heading }) => headings.includes(heading))
      return { ...recipe, steps, columns }
    },

    /** Cells that were pasted with their headings, as rows by heading. Throws UnreadableFile. */
    async readCells(text: string): Promise<Record<string, string>[]> {
      const { headings, rows } = withHeadings(await readTable(new Blob([text]), 'cells.tsv'), 1)
      return rows.map(({ cells }) =>
        Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])),
      )
    },

    /** Makes of the file what the recipe says, and looks at it. */
    prepare(recipe: Recipe): Prepared {
      let before = withHeadings(opened(), recipe.headingRows)
      const done = recipe.steps.map((step) => {
        const after = applySteps(before, [step], recipe.columns)
        const words = describeStep(step, before, after)
        before = after
        return words
      })
      const table = before
      const findings = checkData(table, recipe.columns, opened())
      const flagged = [...new Set(findings.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b)
      prepared = { table, flagged }
      const sizes = groupSizes(table, recipe.columns)
      return {
        rows: table.rows.length,
        headings: table.headings,
        examples: examplesIn(table),
        findings,
        done,
        groups: sizes && {
          count: sizes.length,
          sizes: sizes.toSorted((a, b) => b.rows - a.rows).slice(0, MOST_GROUPS_SHOWN),
        },
        schema: schemaOf(recipe.columns, recipe.strict),
      }
    },

    /** Some rows of what was prepared last; only those that a finding is about if wanted. */
    rows(from: number, count: number, onlyFlagged: boolean): RowsPage {
      const { table, flagged } = shown()
      const wanted = new Set(onlyFlagged ? flagged : [])
      const rows = onlyFlagged ? table.rows.filter(({ number }) => wanted.has(number)) : table.rows
      return { total: rows.length, rows: rows.slice(from, from + count) }
    },

    /** The place of a row of the file among what was prepared last; -1 when it is not there. */
    placeOf(number: number): number {
      return shown().table.rows.findIndex((row) => row.number === number)
    },

    /** The rows as they are uploaded: a JSON object a line, or CSV for a dataset of the older kind. */
    async upload(recipe: Recipe, older = false): Promise<Upload> {
      const table = tableOf(recipe)
      const { columns, strict } = recipe
      const file = older
        ? fileOf(csvLines(table, columns, 'older'), 'text/csv')
        : fileOf(recordLines(table, columns, strict), 'application/x-ndjson')
      return { file, sha: await hashOf(file), rows: table.rows.length }
    },

    /** The prepared rows as a CSV file that spreadsheets open. */
    cleaned(recipe: Recipe): Blob {
      // Excel takes a file without the mark for one in its own encoding.
      return fileOf(csvLines(tableOf(recipe), recipe.columns, 'cleaned'), 'text/csv', '\uFEFF')
    },

    /** How rows of the open file join a dataset that was made by `before`. */
    shapeOfAdded: (before: Recipe, areRecords: boolean): AddedShape =>
      recipeForAdded(opened(), before, areRecords),

    /**
     * The rows as they are added to a dataset, and how they are cut into calls. Throws UnreadableFile
     * when one of them is too long.
     */
    async added(recipe: Recipe): Promise<Upload & { pieces: Cut[] }> {
      const table = tableOf(recipe)
      const lines = [...recordLines(table, recipe.columns, recipe.strict)]
      const { pieces, tooLong } = cutForAppend(lines)
      if (tooLong !== null) {
        const number = table.rows[tooLong]?.number ?? tooLong + 1
        throw new UnreadableFile(`Row ${number} is too long. Shorten its cells to 900 kB in all.`)
      }
      const file = fileOf(lines, 'application/x-ndjson')
      return { file, sha: await hashOf(file), rows: lines.length, pieces }
    },

    /** The row numbers in the file of some records, by their places in the upload, counted from 0. */
    numbersOf(recipe: Recipe, places: readonly number[]): (number | null)[] {
      const { rows } = tableOf(recipe)
      return places.map((place) => rows[place]?.number ?? null)
    },

    /** Some records as they would be uploaded, by their places counted from 0. */
    records(recipe: Recipe, places: readonly number[]): string[] {
      const wanted = new Set(places)
      return [...recordLines(tableOf(recipe), recipe.columns, recipe.strict)].filter((_, at) =>
        wanted.has(at),
      )
    },
  }
}

export type TableService = ReturnType<typeof createTableService>

function examplesIn({ headings, rows }: PreparedTable): Record<string, string> {
  return Object.fromEntries(
    headings.map((heading, at) => {
      const row = rows.find(({ cells }) => (cells[at] ?? '').trim() !== '')
      return [heading, (row?.cells[at] ?? '').slice(0, 200)]
    }),
  )
}

function fileOf(lines: Iterable<string>, type: string, start = '') {
  const parts: string[] = [start]
  let block: string[] = []
  for (const line of lines) {
    block.push(line)
    if (block.length < LINES_AT_ONCE) continue
    parts.push(block.join(''))
    block = []
  }
  parts.push(block.join(''))
  return new Blob(parts, { type })
}

/** SHA-256 in hexadecimal. Not `crypto.subtle`, which plain-http addresses do not have. */
async function hashOf(file: Blob) {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    hash.update(read.value)
  }
  return bytesToHex(hash.digest())
}
