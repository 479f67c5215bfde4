import { isBlockElement } from '#html/block-elements.ts'
import { container } from './container.ts'
import { details } from './details.ts'
import { breakOpportunity, divider } from './divider.ts'
import { lineBreaks } from './line-breaks.ts'
import { link } from './link.ts'
import { picture } from './picture.ts'
import { plainWords, quotedWords, ruby } from './plain-words.ts'
import { preformatted } from './preformatted.ts'
import { renamed } from './renamed.ts'
import type { Replacement } from './replacement.ts'
import { table } from './table.ts'
import { terms } from './terms.ts'

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
