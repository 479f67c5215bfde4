import type { ContentCheck, Finding, ParsedText } from '#html/parsed-text.ts'

const MARKED = /\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|<<[^<>]{1,60}>>|\bLorem ipsum\b/gi

/** Square brackets hold citations and asides as well: only what asks to be filled in counts. */
const BRACKETED =
  /\[(?:your|insert|enter|add|fill in|replace|choose|name of|(?:researcher|institution|university|lab|study|contact|email|e-mail|phone|link|url|date|time|amount|number|title|name|placeholder|tbd|todo|xx+)\b(?=[^\]]{0,20}\]))[^[\]\n]{0,60}\]/gi

/** Placeholders that nobody filled in: nothing is known to put words in their place in a task. */
export const placeholders: ContentCheck = (text) => [
  ...text
    .prose()
    .flatMap(({ block, text: words }) =>
      [...words.matchAll(MARKED), ...words.matchAll(BRACKETED)].map(([found]) =>
        finding(text, block, found),
      ),
    ),
  ...[...text.fragment.querySelectorAll('a[href], img[src]')].flatMap((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
    return [...decoded(address).matchAll(MARKED)].map(([found]) => finding(text, element, found))
  }),
]

/** The placeholders in a line of plain text, such as the task title. */
export function placeholdersIn(words: string): string[] {
  return [...words.matchAll(MARKED), ...words.matchAll(BRACKETED)].map(([found]) => found)
}

function finding({ placeOf }: ParsedText, element: Element | null, found: string): Finding {
  return {
    what: 'Placeholder that is still open',
    place: placeOf(element, found),
    advice:
      'Prolific documents no placeholders for task texts: participants would read it as it is.',
  }
}

function decoded(address: string): string {
  return address.replace(/%7B/gi, '{').replace(/%7D/gi, '}')
}
