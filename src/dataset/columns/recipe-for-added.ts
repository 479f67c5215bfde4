import type { Recipe } from '#dataset/recipe.ts'
import type { SourceTable } from '#dataset/source-table.ts'
import { applySteps } from '#dataset/steps/apply-steps.ts'
import { withHeadings } from './with-headings.ts'

/** How rows of another file are added; `recipe` is null when columns are missing. */
export type AddedShape = {
  recipe: Recipe | null
  /** Headings of what the dataset has and the file does not. */
  missing: string[]
  /** Headings of what the file has and the dataset does not; these columns are not sent. */
  left: string[]
}

/**
 * The recipe by which rows of a file join a dataset that was made by `before`: the same one where the
 * file has its columns. A file of records as they were sent, which has their keys for headings, is taken
 * as it is; `areRecords` says that this is looked at first.
 */
export function recipeForAdded(
  source: SourceTable,
  before: Recipe,
  areRecords: boolean,
): AddedShape {
  const { sheet, encoding, separator, format } = source
  const choices = { sheet, encoding: encoding?.name ?? null, separator }
  const isJson = format === 'json' || format === 'jsonl'
  const sent = before.columns.filter(({ use }) => use !== 'left_out')

  const records = (): AddedShape | null => {
    const { headings } = withHeadings(source, source.headingRows)
    const columns = sent
      .filter(({ key }) => headings.includes(key))
      .map((column) => ({ ...column, heading: column.key }))
    if (columns.length === 0 || columns.length < headings.length) return null
    const { headingRows } = source
    return {
      recipe: { ...before, ...choices, headingRows, steps: [], columns },
      missing: [],
      left: [],
    }
  }
  if (areRecords && isJson) {
    const found = records()
    if (found) return found
  }

  const headingRows = isJson ? source.headingRows : before.headingRows
  const { headings } = applySteps(withHeadings(source, headingRows), before.steps, before.columns)
  const missing = sent.flatMap(({ heading }) => (headings.includes(heading) ? [] : [heading]))
  if (missing.length > 0) return records() ?? { recipe: null, missing, left: [] }
  const columns = before.columns.filter(({ heading }) => headings.includes(heading))
  const known = new Set(columns.map(({ heading }) => heading))
  return {
    recipe: { ...before, ...choices, headingRows, columns },
    missing,
    left: headings.filter((heading) => !known.has(heading)),
  }
}
