import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import { asWords } from '#questions/words/as-words.ts'

/** A column of the dataset, shown with its own value for each item. */
export const datasetField: KindFacts = {
  type: 'dataset_field',
  name: 'Column of your data',
  fresh: () => ({ type: 'dataset_field', field: '' }),
  words: ({ field }) =>
    asWords(field) === ''
      ? 'A column of the item is shown, but its name is missing.'
      : `The item’s “${asWords(field)}” is shown.`,
}
