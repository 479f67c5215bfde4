import type { PasteReport } from './paste-report.ts'
import { pointsOf, styleOf } from './style-of.ts'

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200d|\ufe0f)+$/u

/**
 * Takes out, in place, the pictures that participants would not see: those on somebody's computer, in
 * a mail or inside the clipboard, and counts them. Emoji become characters; bullets, check boxes and
 * pictures of one dot, which count readers, go without a word.
 *
 * @param keepsWeb whether the editor can hold pictures with a web address
 */
export function leaveOutPictures(root: ParentNode, report: PasteReport, keepsWeb: boolean): void {
  for (const picture of root.querySelectorAll('img')) {
    const alt = picture.getAttribute('alt') ?? ''
    if (EMOJI.test(alt)) picture.replaceWith(alt)
    else if (isNothing(picture)) picture.remove()
    else if (!keepsWeb || !/^https:\/\/[^/]/i.test(picture.getAttribute('src') ?? '')) {
      report.pictures += 1
      picture.remove()
    }
  }
}

function isNothing(picture: Element): boolean {
  if (picture.hasAttribute('aria-roledescription')) return true
  const style = styleOf(picture)
  const sizes = ['width', 'height'].map((side) => {
    const written = picture.getAttribute(side)
    return written === null ? pointsOf(style.get(side)) : Number.parseFloat(written) * 0.75
  })
  return sizes.some((size) => size > 0 && size < 2)
}
