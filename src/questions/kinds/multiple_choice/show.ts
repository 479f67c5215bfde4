import { showChoice } from '#questions/kinds/choice-list.ts'
import type { Item } from '#questions/kinds/elements.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'

/** Answers to choose from: a list, or a dropdown where there are many. */
export const showMultipleChoice = (item: Item, context: ShowContext) =>
  showChoice(item, context, false)
