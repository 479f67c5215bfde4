import type { Cut } from '#dataset/records/cut-for-append.ts'
import type { Recipe } from '#dataset/recipe.ts'
import { openTables, type Tables } from '#dataset/worker/open-tables.ts'

/** A file is not what was asked for. The message says what to do. */
export class AnotherFile extends Error {
  override readonly name = 'AnotherFile'
}

type Added = {
  tables: Tables
  /** The SHA-256 of the file. */
  sha: string
  recipe: Recipe
  records: Blob
  recordsSha: string
  rows: number
  pieces: Cut[]
  left: string[]
}

const silent = () => undefined

/**
 * Reads a file whose rows are to join a dataset that was made by `before`. Rejects with AnotherFile when
 * it has another shape, and as `Tables.open` does.
 */
export async function readAdded(
  file: Blob,
  name: string,
  before: Recipe,
  areRecords: boolean,
): Promise<Added> {
  const tables = openTables()
  try {
    let opened = await tables.open(file, name, {}, silent)
    const { sheet } = before
    if (opened.sheet !== sheet && opened.sheets.some((one) => one.name === sheet)) {
      opened = await tables.open(file, name, { sheet }, silent)
    }
    const { recipe, missing, left } = await tables.ask((service) =>
      service.shapeOfAdded(before, areRecords),
    )
    if (!recipe) {
      const columns = missing.map((heading) => `‘${heading}’`).join(', ')
      throw new AnotherFile(
        `It has no column ${columns}. Choose a file with the same columns as the dataset.`,
      )
    }
    const added = await tables.ask((service) => service.added(recipe))
    if (added.rows === 0) throw new AnotherFile('It has no rows.')
    const { file: records, sha: recordsSha, rows, pieces } = added
    return { tables, sha: opened.sha, recipe, records, recordsSha, rows, pieces, left }
  } catch (error) {
    tables.close()
    throw error
  }
}

/**
 * Reads a file again whose rows are on their way. Rejects with AnotherFile when its records are not the
 * same any more, and as `Tables.open` does.
 */
export async function readAgain(
  file: Blob,
  name: string,
  recipe: Recipe,
  recordsSha: string,
): Promise<{ tables: Tables; records: Blob }> {
  const tables = openTables()
  try {
    const { sheet, encoding, separator } = recipe
    await tables.open(file, name, { sheet, encoding, separator }, silent)
    const { file: records, sha } = await tables.ask((service) => service.upload(recipe))
    if (sha !== recordsSha) {
      throw new AnotherFile(`This is not the same file. Choose the ${name} that you began with.`)
    }
    return { tables, records }
  } catch (error) {
    tables.close()
    throw error
  }
}
