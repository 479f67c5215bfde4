import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { ColumnUse } from '#dataset/recipe.ts'
import { givesAway, headingWords, namesGroups, namesRows } from './heading-words.ts'
import { type MediaUse, readAddress, servesPictures, kindOfEnding } from './media-addresses.ts'
import { personalData } from './personal-data.ts'

/** How many values tell what a column holds. They are taken from all over the table. */
const SAMPLE = 1_000

/** Some values of a column that are not empty, from the whole of it. */
export function someValues(table: PreparedTable, column: number): string[] {
  const stride = Math.max(1, Math.floor(table.rows.length / SAMPLE))
  const values: string[] = []
  const take = (index: number) => {
    const value = table.rows[index]?.cells[column] ?? ''
    if (value.trim() !== '') values.push(value)
  }
  for (let index = 0; index < table.rows.length; index += stride) take(index)
  // A column that is almost empty still has the values that say what it is.
  for (let index = 0; values.length === 0 && index < table.rows.length; index++) take(index)
  return values
}

/** What becomes of a column, by its heading and values. `mayGroup` is false once another one makes groups. */
export function guessUse(table: PreparedTable, column: number, mayGroup: boolean): ColumnUse {
  const heading = table.headings[column] ?? ''
  const values = someValues(table, column)
  if (values.length === 0) return table.rows.length === 0 ? 'text' : 'left_out'
  if (personalData(heading, values) !== null) return 'metadata'
  const media = guessMedia(heading, values)
  if (media !== null) return media
  if (makesGroups(table, column, heading)) return mayGroup ? 'task_group_id' : 'metadata'
  if (givesAway(heading) === 'condition') return 'metadata'
  return tellsRowsApart(heading, values) ? 'metadata' : 'text'
}

const NAMES: readonly (readonly [use: MediaUse, heading: RegExp])[] = [
  ['image_url', /\b(?:image|images|img|picture|photo|photograph|bild|foto|pic)\b/],
  ['audio_url', /\b(?:audio|sound|recording|voice|ton)\b/],
  ['video_url', /\b(?:video|clip|movie|film)\b/],
]

/** What most of the values lead to, if they are addresses; null when they are not, or nothing says it. */
export function guessMedia(heading: string, values: readonly string[]): MediaUse | null {
  if (values.length === 0) return null
  const counts: Record<MediaUse | 'unknown', number> = {
    image_url: 0,
    audio_url: 0,
    video_url: 0,
    unknown: 0,
  }
  for (const value of values) {
    const address = readAddress(value)
    if (address === null) continue
    const use = kindOfEnding(address.ending)
    counts[use ?? (servesPictures(address.host) ? 'image_url' : 'unknown')]++
  }
  const enough = values.length * 0.6
  const words = headingWords(heading)
  const [byName] = NAMES.find(([, pattern]) => pattern.test(words)) ?? []
  const known = counts.image_url + counts.audio_url + counts.video_url
  if (known + counts.unknown < enough) return null
  for (const use of ['image_url', 'audio_url', 'video_url'] as const) {
    if (counts[use] >= enough) return use
  }
  return byName !== undefined && counts[byName] + counts.unknown >= enough ? byName : null
}

const OUR_NAME = /^(?:meta )?task group id$/

function makesGroups(table: PreparedTable, column: number, heading: string): boolean {
  if (OUR_NAME.test(headingWords(heading))) return true
  if (!namesGroups(heading)) return false
  const values = new Set<string>()
  let filled = 0
  for (const { cells } of table.rows) {
    const value = cells[column] ?? ''
    if (value === '') continue
    if (value.length > 100) return false
    filled++
    values.add(value)
  }
  return values.size > 1 && values.size <= filled / 2
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const CODE = /^(?=[^\s]*\d)(?=[^\s]*[a-z])[\w.:/#-]{2,24}$/i

function tellsRowsApart(heading: string, values: readonly string[]): boolean {
  if (/(?:^| )(?:id|ids|uuid|guid)$/.test(headingWords(heading))) return true
  if (new Set(values).size !== values.length) return false
  if (namesRows(heading)) return values.every((value) => /^\S{1,40}$/.test(value))
  if (values.length < 3) return false
  return values.every((value) => UUID.test(value) || CODE.test(value)) || isCount(values)
}

/** Whether these are whole numbers that only go up: rows that were numbered. */
function isCount(values: readonly string[]): boolean {
  const [first] = values
  if (first !== '0' && first !== '1') return false
  let before = -1
  return values.every((value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1
    const isNext = number > before
    before = number
    return isNext
  })
}
