import { hasMembers } from '#contract/json-value.ts'
import { choiceDetails, type KindFacts } from '#questions/kinds/kind-facts.ts'

/** What is asked beside the field to write in, until its author asks for something else. */
export const FIRST_HEADING = 'Why?'

/** A question that is answered by choices, each with a field to write in. */
export const multipleChoiceWithFreeText: KindFacts = {
  type: 'multiple_choice_with_free_text',
  name: 'Choice with reason',
  fresh: () => ({
    type: 'multiple_choice_with_free_text',
    description: '',
    answer_limit: 1,
    disable_dropdown: true,
    options: [
      { label: '', value: 'choice_1', heading: FIRST_HEADING },
      { label: '', value: 'choice_2', heading: FIRST_HEADING },
    ],
  }),
  details: choiceDetails,
  adopt: (item) => ({ ...item, options: withHeadings(item['options']) }),
}

function withHeadings(options: unknown): unknown {
  if (!Array.isArray(options)) return options
  return options.map((option: unknown) =>
    hasMembers(option) ? { heading: FIRST_HEADING, ...option } : option,
  )
}
