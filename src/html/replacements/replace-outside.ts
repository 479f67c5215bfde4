import type { ProfileName } from '#html/profile/profile-names.ts'
import { outsideOf, type Outside } from '#html/profile/outside-profile.ts'
import { editBlocks, type TextPosition } from '#html/parse/edit-blocks.ts'
import { keepOnly } from '#html/profile/keep-only.ts'
import { elementAt } from '#html/parse/parsed-text.ts'
import { profiles } from '#html/profile/profiles.ts'
import { replacementFor } from './replacement-for.ts'

/** `html` with safe formatting in the place of one element; unchanged when it is there no more. */
export function replaceElement(html: string, position: TextPosition): string {
  return editBlocks(html, (text) => {
    const element = elementAt(text, position)
    if (element) replacementFor(element).replace(element)
  })
}

/** `html` without one attribute of one element. */
export function removeAttribute(html: string, position: TextPosition, name: string): string {
  return editBlocks(html, (text) => elementAt(text, position)?.removeAttribute(name))
}

/** `html` with safe formatting in the place of all that the profile does not keep. Every word stays. */
export function replaceAll(html: string, keeps: ProfileName): string {
  return editBlocks(html, (text) => {
    // From the inside out: a table is made of cells that are safe already. Breaks come last, because
    // what stands beside them is copied into new paragraphs.
    const outside = outsideOf(text, profiles[keeps]).toReversed()
    for (const { element, attribute } of [
      ...outside.filter((part) => !isBreak(part)),
      ...outside.filter(isBreak),
    ]) {
      if (attribute !== null) element.removeAttribute(attribute)
      else if (text.contains(element)) replacementFor(element).replace(element)
    }
    keepOnly(text, profiles[keeps], { altAsWords: true })
  })
}

function isBreak({ element }: Outside): boolean {
  return element.localName === 'br'
}
