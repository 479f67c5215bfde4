import { hasMembers } from '#contract/json-value.ts'
import { asMembers, asWords } from '#questions/words/as-words.ts'
import { control, element, finite, ours, theirs, type Item } from './elements.ts'
import { drawnField, showField, showGroup, type ControlNames } from './question.ts'
import type { ShowContext } from './show-context.ts'

/** From so many options on, the API shows a dropdown unless it is told not to. */
const DROPDOWN_FROM = 5

/** A question with answers to choose from; `withText` gives each answer room for words of its own. */
export function showChoice(item: Item, context: ShowContext, withText: boolean): HTMLElement {
  const options = asMembers(item['options'])
  const limit = finite(item['answer_limit'])
  const isFolded = options.length >= DROPDOWN_FROM && item['disable_dropdown'] !== true
  const hint =
    limit === -1 ? 'Choose all that apply' : limit && limit > 1 ? `Choose up to ${limit}` : ''
  if (context.controls === 'drawn') {
    const hints = [hint, isFolded ? 'Shown as a dropdown' : '']
    return showGroup(item, context, { hints, control: () => drawnList(item, options, withText) })
  }
  if (isFolded && limit === 1 && !withText) {
    return showField(item, context, {
      hints: [],
      control: (names) => dropdown(options, placeholderOf(item), names),
    })
  }
  return showGroup(item, context, {
    hints: [hint],
    control: ({ id }) => {
      const list = liveList(item, options, { id, limit, withText })
      if (!isFolded) return list
      const closed = placeholderOf(item)
      const summary = closed ? theirs('summary', '', closed) : ours('summary', '', 'Choose')
      return element('details', 'dropdown', summary, list)
    },
  })
}

function placeholderOf(item: Item) {
  return asWords(item['placeholder_text_input'])
}

function dropdown(options: readonly unknown[], placeholder: string, names: ControlNames) {
  const first = placeholder ? theirs('option', '', placeholder) : ours('option', '', 'Choose one')
  return control(
    'select',
    { id: names.id, 'aria-describedby': names.describedBy, dir: 'auto' },
    first,
    ...options.map((option) => theirs('option', '', labelOf(option))),
  )
}

type ListOptions = { id: string; limit: number | null; withText: boolean }

function liveList(item: Item, options: readonly unknown[], list: ListOptions) {
  const { id, limit, withText } = list
  const made = element(
    'ul',
    'options',
    ...options.map((option, index) => {
      const input = control('input', {
        type: limit === 1 ? 'radio' : 'checkbox',
        name: id,
        value: index,
        'data-exclusive': isExclusive(option),
      })
      const label = element('label', 'option', input, element('span', '', labelOf(option)))
      label.dir = 'auto'
      return element('li', '', label, withText ? ownWords(item, option, `${id}-${index}`) : null)
    }),
  )
  if (limit !== null && limit > 1) made.setAttribute('data-most', String(limit))
  return made
}

/** Shown by the style sheet once the answer above it is chosen. */
function ownWords(item: Item, option: unknown, id: string) {
  const heading = headingOf(option)
  const label = heading ? theirs('label', '', heading) : ours('label', '', 'In your own words')
  label.setAttribute('for', id)
  const field = control('textarea', {
    id,
    rows: 2,
    dir: 'auto',
    placeholder: placeholderOf(item) || null,
    autocomplete: 'off',
  })
  return element('div', 'more', label, field)
}

function drawnList(item: Item, options: readonly unknown[], withText: boolean) {
  const mark = item['answer_limit'] === 1 ? '○' : '☐'
  return element(
    'div',
    'options',
    ...options.map((option) => {
      const sign = element('span', 'sign', mark)
      sign.setAttribute('aria-hidden', 'true')
      const line = element('p', 'option', sign, element('span', '', labelOf(option)))
      line.dir = 'auto'
      if (!withText) return line
      const more = [theirs('p', '', headingOf(option)), drawnField(placeholderOf(item))]
      return element('div', '', line, element('div', 'more', ...more))
    }),
  )
}

/** The label, or the whole option where it has none. */
function labelOf(option: unknown): string {
  return (hasMembers(option) && asWords(option['label'])) || asWords(option)
}

function headingOf(option: unknown): string {
  return hasMembers(option) ? asWords(option['heading']) : ''
}

function isExclusive(option: unknown) {
  return hasMembers(option) && option['exclusive'] === true
}
