import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import { asWords } from '#questions/words/as-words.ts'

/** A question that is answered by a number of stars. */
export const starRating: KindFacts = {
  type: 'star_rating',
  name: 'Stars',
  note: 'Not in Prolific’s published list yet',
  fresh: () => ({ type: 'star_rating', description: '' }),
  details: ({ max_stars }) => [['Stars', [asWords(max_stars) && `Up to ${asWords(max_stars)}`]]],
}
