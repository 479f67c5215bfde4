import { showChoice } from '#questions/kinds/choice-list.ts'
import type { Item } from '#questions/kinds/elements.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'

/** Answers to choose from, each with room for words of one’s own once it is chosen. */
export const showMultipleChoiceWithFreeText = (item: Item, context: ShowContext) =>
  showChoice(item, context, true)
