import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import { asWords } from '#questions/words/as-words.ts'

/** A picture that is the same for every item. */
export const image: KindFacts = {
  type: 'image',
  name: 'Picture',
  fresh: () => ({ type: 'image', url: '', alt_text: '' }),
  words: ({ alt_text, url }) => asWords(alt_text) || asWords(url),
  details: ({ alt_text, url, caption }) => [
    ['Caption', [asWords(caption)]],
    ['Address', [asWords(alt_text) && asWords(url)]],
  ],
}
