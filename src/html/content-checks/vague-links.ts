import type { ContentCheck } from '#html/parsed-text.ts'

const VAGUE =
  /^(?:(?:please )?(?:click|tap|press|go|see|read|look) (?:here|this|more|on)(?: link)?|here|this|this (?:link|page|site|website)|link|(?:the|a) link|more|more info(?:rmation)?|(?:read|learn|find out) more|details|page|website|web ?page|click|url|go)$/i

/** Links whose words do not say where they lead. A bare address does. */
export const vagueLinks: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('a[href]')]
    .filter((link) => VAGUE.test(wordsOf(link)))
    .map((link) => ({
      what: 'Link whose words do not say where it leads',
      place: placeOf(link),
      advice: 'People who jump from link to link hear these words alone.',
    }))

function wordsOf(link: Element): string {
  const words = link.getAttribute('aria-label') ?? link.textContent
  return words.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim()
}
