import { asWords } from '#questions/words/as-words.ts'
import { element, ours, theirs, type Item } from './elements.ts'
import type { ShowContext } from './show-context.ts'

/** What a control needs to be found by its label and its help. */
export interface ControlNames {
  id: string
  describedBy: string | null
}

type Question = {
  /** What is to be heeded, in words of ours. */
  hints: readonly string[]
  /** Whether the characters that are typed are counted beside the hints. */
  isCounted?: boolean
  control: (names: ControlNames) => Node
}

/** A question with one control, which its wording labels. */
export function showField(item: Item, context: ShowContext, question: Question): HTMLElement {
  return show(item, context, question, { box: 'div', wording: 'label' })
}

/** A question with several controls, which its wording heads. */
export function showGroup(item: Item, context: ShowContext, question: Question): HTMLElement {
  return show(item, context, question, { box: 'fieldset', wording: 'legend' })
}

function show(
  item: Item,
  context: ShowContext,
  { hints, isCounted = false, control }: Question,
  names: { box: string; wording: string },
) {
  const isLive = context.controls === 'live'
  const id = context.newName()
  const wording = element(isLive ? names.wording : 'p', 'label', ...wordingOf(item, context))
  if (isLive && names.wording === 'label') wording.setAttribute('for', id)
  const help = asWords(item['helper_text'])
  const below = hints.filter((hint) => hint !== '').join(' · ')
  const helpId = `${id}-help`
  const hintsId = `${id}-hints`
  const describedBy = [help && helpId, below && hintsId].filter(Boolean).join(' ') || null
  const box = element(isLive ? names.box : 'div', 'question', wording)
  // As the wording runs, so do the boxes and the marks beside the answers.
  box.dir = 'auto'
  if (help) box.append(withId(element('p', 'help', help), helpId, isLive))
  if (isLive && names.box === 'fieldset' && describedBy) {
    box.setAttribute('aria-describedby', describedBy)
  }
  box.append(control({ id, describedBy }))
  if (below) {
    const line = withId(ours('p', 'hints', below), hintsId, isLive)
    if (isLive && isCounted) line.append(counter())
    box.append(line)
  }
  return box
}

/** How much is typed, for the eyes alone: a field says by itself when it is full. */
function counter() {
  const count = element('span', 'count', element('span', 'typed', '0'), ' typed')
  count.setAttribute('aria-hidden', 'true')
  return count
}

function wordingOf({ description }: Item, { number }: ShowContext) {
  const words = asWords(description)
  return [
    number === null ? null : ours('span', 'number', `${number} `),
    words.trim() === '' ? ours('span', 'missing', 'This question has no words yet.') : words,
  ]
}

/** A file or a page on paper has no use for ids, and the page around it has some of its own. */
function withId(made: HTMLElement, id: string, isLive: boolean) {
  if (isLive) made.id = id
  return made
}

/** Room to write in, as it is drawn on paper: with what stands in it while it is empty. */
export function drawnField(placeholder: string, lines: 1 | 3 = 1): HTMLElement {
  const field = theirs('p', 'drawn', placeholder || '\u00a0')
  if (lines > 1) field.append('\n'.repeat(lines - 1))
  return field
}
