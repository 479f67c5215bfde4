import { keepsAttribute, type HtmlProfile } from './profiles.ts'

/** An element that a profile does not keep, or an attribute of one that it does keep. */
export interface Outside {
  element: Element
  attribute: string | null
}

/** Parts that come and go with the element around them. */
const PARTS = new Set(
  'tbody thead tfoot tr td th caption colgroup col summary figcaption dt dd rt rp'.split(' '),
)

/** What `profile` does not keep of a text, in order. Of the breaks in one line only the first counts. */
export function outsideOf(text: DocumentFragment, profile: HtmlProfile): Outside[] {
  const linesWithBreaks = new Set<Node | null>()
  return [...text.querySelectorAll('*')].flatMap((element): Outside[] => {
    const tag = element.localName
    if (profile.tags.has(tag)) {
      return element
        .getAttributeNames()
        .filter((name) => !keepsAttribute(profile, tag, name))
        .map((attribute) => ({ element, attribute }))
    }
    if (PARTS.has(tag)) return []
    if (tag === 'br') {
      if (linesWithBreaks.has(element.parentNode)) return []
      linesWithBreaks.add(element.parentNode)
    }
    return [{ element, attribute: null }]
  })
}
