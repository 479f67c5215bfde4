import { isBlockElement } from '#html/parse/known-elements.ts'
import { container } from './new-element.ts'
import { details, terms } from './terms.ts'
import { breakOpportunity, divider, preformatted } from './preformatted.ts'
import { lineBreaks } from './line-breaks.ts'
import { link, picture } from './link.ts'
import { plainWords, quotedWords, ruby, renamed } from './plain-words.ts'
import type { Replacement } from './replacement.ts'
import { table } from './table.ts'
const heading = renamed('h2', 'Make it a subtitle')
const struck = renamed('s', 'Strike it through')

const replacements: Readonly<Record<string, Replacement>> = {
  a: link,
  blockquote: { ...container, label: 'Make it a paragraph' },
  br: lineBreaks,
  del: struck,
  details,
  dl: terms,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: divider,
  img: picture,
  ins: renamed('u', 'Underline it'),
  menu: renamed('ul', 'Make it a list'),
  pre: preformatted,
  q: quotedWords,
  ruby,
  strike: struck,
  table,
  wbr: breakOpportunity,
}

/** What can take the place of an element, in formatting that Prolific names. */
export function replacementFor(element: Element): Replacement {
  const { localName } = element
  const own = Object.hasOwn(replacements, localName) ? replacements[localName] : undefined
  return own ?? (isBlockElement(element) ? container : plainWords)
}
