import { ours, type Item } from '#questions/kinds/elements.ts'
import { showGroup } from '#questions/kinds/question.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'

/** The place of the recorder: what it looks like is not documented. */
export function showVideoNarration(item: Item, context: ShowContext): HTMLElement {
  return showGroup(item, context, {
    hints: [],
    control: () => ours('p', 'placeholder', 'Participants record a video here.'),
  })
}
