import { parseInert } from './inert-document.ts'
import { profiles } from './profiles.ts'

/** Parts that come and go with the element around them, which is counted instead. */
const COUNTED_WITH_PARENT = new Set(
  'tbody thead tfoot tr td th caption colgroup col summary figcaption dt dd rt rp'.split(' '),
)

const QUOTE_LENGTH = 60
const MOST_QUOTES = 5

export interface Disappearing {
  /** Lower-case tag name, for example `a`. */
  tag: string
  count: number
  /** The first words of each place, at most five; '' where there is nothing to quote. */
  quotes: string[]
}

/** The elements of `html` that are not on the published list, in order of appearance. Needs a DOM. */
export function mayDisappear(html: string): Disappearing[] {
  if (!html.includes('<')) return []
  const found = new Map<string, Disappearing>()
  for (const element of parseInert(html).querySelectorAll('*')) {
    const tag = element.localName
    if (profiles.published.tags.has(tag) || COUNTED_WITH_PARENT.has(tag)) continue
    const entry = found.get(tag) ?? { tag, count: 0, quotes: [] }
    entry.count += 1
    if (entry.quotes.length < MOST_QUOTES) entry.quotes.push(quote(element))
    found.set(tag, entry)
  }
  return [...found.values()]
}

function quote(element: Element): string {
  // A break or a rule has no words of its own: the line it stands in says where it is.
  const words =
    element.textContent || element.getAttribute('alt') || element.parentElement?.textContent
  const line = (words ?? '').replace(/\s+/g, ' ').trim()
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : line
}
