import { parseInert } from './inert-document.ts'

/**
 * What Prolific says it keeps. No list is published for task details; the nearest is the one for a
 * study's `description` in the public API reference (`BaseStudy.description`): these twelve tags,
 * "other HTML tags will be stripped or escaped". Read on 2026-11-23. Attributes are not mentioned.
 */
export const descriptionProfile = {
  source: 'Prolific API reference, study description',
  readOn: '2026-11-23',
  tags: ['b', 'em', 'h1', 'h2', 'i', 'li', 'ol', 'p', 's', 'strong', 'u', 'ul'],
} as const

const PUBLISHED: ReadonlySet<string> = new Set(descriptionProfile.tags)

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

/** Whether Prolific publishes that it keeps this element. */
export function isPublishedTag(tag: string): boolean {
  return PUBLISHED.has(tag.toLowerCase())
}

/** The elements of `html` that are not on the published list, in order of appearance. Needs a DOM. */
export function mayDisappear(html: string): Disappearing[] {
  if (!html.includes('<')) return []
  const found = new Map<string, Disappearing>()
  for (const element of parseInert(html).querySelectorAll('*')) {
    const tag = element.localName
    if (PUBLISHED.has(tag) || COUNTED_WITH_PARENT.has(tag)) continue
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
