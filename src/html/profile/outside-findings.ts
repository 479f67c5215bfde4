import type { ProfileName } from './profile-names.ts'
import { outsideOf } from './outside-profile.ts'
import type { Finding, ParsedText } from '#html/parse/parsed-text.ts'
import { attributeName, partName } from './part-names.ts'
import { profiles } from './profiles.ts'
import { removeAttribute, replaceElement } from '#html/replacements/replace-outside.ts'
import { replacementFor } from '#html/replacements/replacement-for.ts'

/** Every element and attribute of a text that the profile does not keep, each with what can replace it. */
export function outsideFindings(
  { fragment, positionOf }: ParsedText,
  keeps: ProfileName,
): Finding[] {
  return outsideOf(fragment, profiles[keeps]).map(({ element, attribute }) => {
    const position = positionOf(element)
    if (attribute !== null) {
      return {
        what: `${attributeName(attribute)} of ${partName(element.localName).toLowerCase()}`,
        position: position,
        fix: {
          label: 'Remove it',
          apply: (html: string) => removeAttribute(html, position, attribute),
        },
      }
    }
    return {
      what: isBlankLine(element) ? 'Blank line' : partName(element.localName),
      position: position,
      fix: {
        label: isBlankLine(element) ? 'Remove it' : replacementFor(element).label,
        apply: (html: string) => replaceElement(html, position),
      },
    }
  })
}

/** An empty paragraph is written with a line break in it. */
function isBlankLine(element: Element): boolean {
  return element.localName === 'br' && element.parentElement?.textContent.trim() === ''
}
