import { hostOf } from '#html/safety/image-host.ts'
import { shownPicture } from '#html/show/without-effects.ts'
import { element, ours, theirs, type Item } from '#questions/kinds/elements.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { asWords } from '#questions/words/as-words.ts'

const MEDIA: ReadonlyMap<string, string> = new Map([
  ['audio_url', 'Audio'],
  ['video_url', 'Video'],
])

/** A column of the data: its label and its value in the row, or its name where there is no row. */
export function showDatasetField(item: Item, context: ShowContext): HTMLElement {
  const { row, columns } = context
  const name = asWords(item['field'])
  const column = columns.find(({ key }) => key === name)
  const label = column?.label || name
  if (name === '') return ours('p', 'missing', 'A column of your data: which one is not said yet.')
  if (row === null) {
    const box = element(
      'div',
      'field',
      element('p', 'column', ours('span', '', 'Column '), nameOf(name)),
    )
    if (label !== name) box.prepend(theirs('p', 'field-label', label))
    return box
  }
  return element(
    'div',
    'field',
    theirs('p', 'field-label', label),
    valueOf(name, column?.type, context),
  )
}

function nameOf(name: string) {
  return theirs('b', '', name)
}

function valueOf(
  name: string,
  type: string | undefined,
  { row, columns, imageHosts }: ShowContext,
) {
  if (!row || !Object.hasOwn(row, name)) {
    const isKnown = columns.some(({ key }) => key === name)
    const words = isKnown ? 'This item has no value here.' : 'The data has no column of this name.'
    return ours('p', 'missing', words)
  }
  const value = asWords(row[name])
  if (value === '') return ours('p', 'missing', 'Empty in this item.')
  if (type === 'image_url')
    return element('p', 'shown-picture', shownPicture(value, '', imageHosts))
  const media = type && MEDIA.get(type)
  if (!media) return theirs('p', 'value', value)
  const host = hostOf(value)
  const words = host === null ? `${media} without an address` : `${media} from ${host}`
  const placeholder = ours('p', 'placeholder', words)
  placeholder.title = value
  return placeholder
}
