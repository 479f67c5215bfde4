import { DATASET_LIMITS } from '#contract/dataset-schema.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { guessUse } from './guess-use.ts'

/**
 * What each column of a table most likely becomes, in the order of the table: its use by heading and
 * values, a safe and unique key, and the heading as label. At most one of them makes groups.
 */
export function guessColumns(table: PreparedTable): RecipeColumn[] {
  const keys = new Set<string>()
  let mayGroup = true
  return table.headings.map((heading, index) => {
    const use = guessUse(table, index, mayGroup)
    if (use === 'task_group_id') mayGroup = false
    const column = newColumn(heading, use, keys)
    keys.add(column.key)
    return column
  })
}

/** A column with this heading and use, its key being none of `taken`. */
export function newColumn(
  heading: string,
  use: RecipeColumn['use'],
  taken: ReadonlySet<string>,
): RecipeColumn {
  const label = heading
    .slice(0, DATASET_LIMITS.label)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
  return { heading, key: safeKey(heading, taken), label, use }
}

/** Letters that do not come apart into an ASCII letter and an accent. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['å', 'a'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/** Names that mean something else in an object, here or in a program that reads the dataset. */
const RESERVED = /^(?:constructor|prototype|__proto__)$/

/**
 * The name of a field for a column with this heading: ASCII letters in lower case, digits and `_`, at
 * most 128 of them, and none of `taken`. Accents and umlauts are spelled out; a heading with nothing
 * left becomes `column_3` for the third name. It never begins with a digit, because objects would move
 * such names to the front.
 */
export function safeKey(heading: string, taken: ReadonlySet<string>): string {
  const spelled = heading
    .slice(0, 4 * DATASET_LIMITS.key)
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöüßæœøåłđðþı]/g, (letter) => LETTERS.get(letter) ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
  const plain = spelled
    .replaceAll(/[^a-z0-9_]+/g, '_')
    .slice(0, DATASET_LIMITS.key)
    .replaceAll(/^_+|_+$/g, '')
  if (plain === '') return free(`column_${taken.size + 1}`, taken)
  const isOrdinary = /^[a-z]/.test(plain) && !RESERVED.test(plain)
  return free(isOrdinary ? plain : `column_${plain}`.slice(0, DATASET_LIMITS.key), taken)
}

function free(key: string, taken: ReadonlySet<string>): string {
  let name = key
  for (let number = 2; taken.has(name); number++) {
    const ending = `_${number}`
    name = key.slice(0, DATASET_LIMITS.key - ending.length) + ending
  }
  return name
}
