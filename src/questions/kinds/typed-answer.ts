import { hasMembers } from '#contract/json-value.ts'
import { asWords, typedLimits } from '#questions/words/as-words.ts'
import { control, finite, type Item } from './elements.ts'
import { drawnField, type ControlNames } from './question.ts'
import type { ShowContext } from './show-context.ts'

/** What may be typed, as far as it can be read. */
export interface Limits {
  isNumber: boolean
  min: number | null
  max: number | null
  /** For people; '' without limits, and as it is written where it is odd. */
  words: string
}

/** Reads the `validation` of a question or of a unit, of any shape. */
export function limitsOf(validation: unknown): Limits {
  const none = { isNumber: false, min: null, max: null }
  if (!hasMembers(validation)) return { ...none, words: asWords(validation) }
  const { type } = validation
  const min = finite(validation['min'])
  const max = finite(validation['max'])
  if (
    (type !== 'string' && type !== 'number') ||
    isOdd(validation['min']) ||
    isOdd(validation['max'])
  )
    return { ...none, words: asWords(validation) }
  return { isNumber: type === 'number', min, max, words: typedLimits(validation) }
}

function isOdd(bound: unknown) {
  return bound !== undefined && bound !== null && finite(bound) === null
}

/** Room for a typed answer: a text with its length, or a number. */
export function typedControl(
  item: Item,
  { controls }: Pick<ShowContext, 'controls'>,
  { id, describedBy }: ControlNames,
  { isNumber, min, max }: Limits,
): Node {
  const placeholder = asWords(item['placeholder_text_input'])
  if (controls === 'drawn') return drawnField(placeholder, isNumber ? 1 : 3)
  const common = {
    id,
    'aria-describedby': describedBy,
    placeholder: placeholder || null,
    autocomplete: 'off',
    dir: 'auto',
  }
  if (isNumber) return control('input', { ...common, type: 'number', min, max, step: 'any' })
  const longest = max !== null && Number.isInteger(max) && max >= 0 ? max : null
  return control('textarea', { ...common, rows: 3, maxlength: longest })
}
