import { hasMembers, valueAt } from '#contract/json-value.ts'
import { typedDetails, type KindFacts, type WrittenItem } from '#questions/kinds/kind-facts.ts'
import { asMembers, asWords, typedLimits } from '#questions/words/as-words.ts'

/** A question that is answered by an amount of something. */
export const freeTextWithUnit: KindFacts = {
  type: 'free_text_with_unit',
  name: 'Number with unit',
  fresh: () => ({
    type: 'free_text_with_unit',
    description: '',
    unit_options: [
      { label: 'minutes', value: 'minutes', validation: { type: 'number', min: 0 } },
      { label: 'hours', value: 'hours', validation: { type: 'number', min: 0 } },
    ],
    unit_position: 'suffix',
  }),
  details: (item) => [
    ...typedDetails(item),
    ['Units', asMembers(item['unit_options']).map(unitWords)],
    ['Default unit', [firstUnit(item)]],
    ['Unit position', [unitPlace(item['unit_position'])]],
  ],
}

function unitWords(unit: unknown): string {
  if (!hasMembers(unit)) return asWords(unit)
  const limits = typedLimits(unit['validation'])
  const label = asWords(unit['label']) || asWords(unit)
  return limits ? `${label} – ${limits}` : label
}

/** The label of the unit that is chosen at first; its value, which nobody sees, where it has none. */
function firstUnit({ unit_options, default_unit }: WrittenItem): string {
  const value = asWords(default_unit)
  if (value === '') return ''
  const unit = asMembers(unit_options).find((one) => asWords(valueAt(one, ['value'])) === value)
  return asWords(valueAt(unit, ['label'])) || value
}

function unitPlace(position: unknown) {
  if (position === 'prefix') return 'Before the answer'
  return position === 'suffix' ? 'After the answer' : asWords(position)
}
