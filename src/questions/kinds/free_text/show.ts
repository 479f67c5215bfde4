import type { Item } from '#questions/kinds/elements.ts'
import { showField } from '#questions/kinds/question.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { limitsOf, typedControl } from '#questions/kinds/typed-answer.ts'

/** Room for an answer in words, or for a number. */
export function showFreeText(item: Item, context: ShowContext): HTMLElement {
  const limits = limitsOf(item['validation'])
  return showField(item, context, {
    hints: [limits.words],
    isCounted: !limits.isNumber && (limits.min !== null || limits.max !== null),
    control: (names) => typedControl(item, context, names, limits),
  })
}
