import { DEFAULT_STARS } from '#contract/questions/stars-and-video.ts'
import { control, element, finite, ours, type Item } from '#questions/kinds/elements.ts'
import { showGroup } from '#questions/kinds/question.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'

const MOST_STARS = 10

/** Stars to choose from. */
export function showStarRating(item: Item, context: ShowContext): HTMLElement {
  const count = starCount(item['max_stars'])
  return showGroup(item, context, {
    hints: [],
    control: ({ id }) =>
      context.controls === 'drawn'
        ? ours('p', 'stars', '☆'.repeat(count))
        : element('div', 'stars', ...Array.from({ length: count }, (_, at) => star(id, at + 1))),
  })
}

function starCount(most: unknown) {
  const wanted = finite(most) ?? DEFAULT_STARS
  return Math.min(MOST_STARS, Math.max(1, Math.floor(wanted)))
}

function star(name: string, value: number) {
  const input = control('input', {
    type: 'radio',
    name,
    value,
    'aria-label': value === 1 ? '1 star' : `${value} stars`,
  })
  const sign = element('span', '', '★')
  sign.setAttribute('aria-hidden', 'true')
  return element('label', 'star', input, sign)
}
