import { hasMembers } from '#contract/json-value.ts'
import { choiceDetails, type KindFacts } from '#questions/kinds/kind-facts.ts'

/** A question that is answered by one or more of a list of choices. */
export const multipleChoice: KindFacts = {
  type: 'multiple_choice',
  name: 'Choice',
  fresh: () => ({
    type: 'multiple_choice',
    description: '',
    answer_limit: 1,
    disable_dropdown: true,
    options: [
      { label: '', value: 'choice_1' },
      { label: '', value: 'choice_2' },
    ],
  }),
  details: choiceDetails,
  adopt: (item) => ({ ...item, options: withoutHeadings(item['options']) }),
}

function withoutHeadings(options: unknown): unknown {
  if (!Array.isArray(options)) return options
  return options.map((option: unknown) => {
    if (!hasMembers(option)) return option
    const { heading: _heading, ...rest } = option
    return rest
  })
}
