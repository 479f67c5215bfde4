import { openPlaceholdersIn } from './open-placeholders.ts'
import type { ContentCheck, Finding, ParsedText } from '#html/parse/parsed-text.ts'

/** What such a finding is about. */
export const OPEN_PLACEHOLDER = 'Placeholder not filled in'

/** Placeholders that nobody filled in: nothing is known to put words in their place in a task. */
export const placeholders: ContentCheck = (text) => [
  ...text
    .prose()
    .flatMap(({ block, text: words }) =>
      placeholdersIn(words).map((found) => finding(text, block, found)),
    ),
  ...[...text.fragment.querySelectorAll('a[href], img[src]')].flatMap((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
    return placeholdersIn(decoded(address))
      .filter((found) => !found.startsWith('['))
      .map((found) => finding(text, element, found))
  }),
]

/** The placeholders in a line of plain text, such as the task title. */
export function placeholdersIn(words: string): string[] {
  return openPlaceholdersIn(words).map((placeholder) => placeholder.words)
}

function finding({ positionOf }: ParsedText, element: Element | null, found: string): Finding {
  return {
    what: OPEN_PLACEHOLDER,
    position: positionOf(element, found),
    advice: 'Participants will see it exactly as written. Prolific does not fill in placeholders.',
  }
}

function decoded(address: string): string {
  return address.replace(/%7B/gi, '{').replace(/%7D/gi, '}')
}
