import { hasMembers } from '#contract/json-value.ts'
import { control, element, theirs, type Item } from '#questions/kinds/elements.ts'
import { showField, type ControlNames } from '#questions/kinds/question.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { limitsOf, typedControl, type Limits } from '#questions/kinds/typed-answer.ts'
import { asMembers, asWords } from '#questions/words/as-words.ts'

type Unit = { label: string; isFirst: boolean; limits: Limits }

/** Room for an answer with the unit before or after it. */
export function showFreeTextWithUnit(item: Item, context: ShowContext): HTMLElement {
  const units = asMembers(item['unit_options']).map((unit) => unitOf(unit, item['default_unit']))
  const own = limitsOf(item['validation'])
  const isNumber =
    own.isNumber || (units.length > 0 && units.every(({ limits }) => limits.isNumber))
  const hints = units.flatMap(({ label, limits }) =>
    limits.words === '' ? [] : [`${label}: ${limits.words}`],
  )
  return showField(item, context, {
    hints: [own.words, ...hints],
    control: (names) => {
      const field = typedControl(item, context, names, { ...own, isNumber })
      const unit = context.controls === 'drawn' ? drawnUnits(units) : unitList(units, names)
      const parts = item['unit_position'] === 'prefix' ? [unit, field] : [field, unit]
      return element('div', 'with-unit', ...parts)
    },
  })
}

function unitOf(unit: unknown, first: unknown): Unit {
  if (!hasMembers(unit)) return { label: asWords(unit), isFirst: false, limits: limitsOf(null) }
  const value = asWords(unit['value'])
  return {
    label: asWords(unit['label']) || asWords(unit),
    isFirst: value !== '' && value === asWords(first),
    limits: limitsOf(unit['validation']),
  }
}

function unitList(units: readonly Unit[], { describedBy }: ControlNames) {
  return control(
    'select',
    { 'aria-label': 'Unit', 'aria-describedby': describedBy, dir: 'auto' },
    ...units.map(({ label, isFirst }) => {
      const option = theirs('option', '', label)
      option.toggleAttribute('selected', isFirst)
      return option
    }),
  )
}

function drawnUnits(units: readonly Unit[]) {
  return theirs('p', 'drawn-units', units.map(({ label }) => label).join(' / '))
}
