import { typedDetails, type KindFacts } from '#questions/kinds/kind-facts.ts'

/** A question that is answered in words. */
export const freeText: KindFacts = {
  type: 'free_text',
  name: 'Free text',
  fresh: () => ({ type: 'free_text', description: '' }),
  details: typedDetails,
}
