import type { PasteReport } from './paste-report.ts'
import { cleanAddress } from './clean-address.ts'
import { pointsOf, styleOf } from './style-of.ts'

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200d|\ufe0f)+$/u

/** A name that a file has, or that a program has given. */
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|bmp|svg|emf|wmf)$|^(?:picture|image|bild|grafik) ?\d*$/i

/**
 * Takes out, in place, the pictures that participants would not see: those on somebody's computer, in
 * a mail or inside the clipboard, and counts them. Emoji become characters; bullets, check boxes and
 * pictures of one dot, which count readers, go without a word. A link around a picture stays.
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
      leaveLink(picture)
    }
  }
}

/** Takes a picture out; a link that held nothing else keeps its name, or its address, as words. */
function leaveLink(picture: Element): void {
  const link = picture.closest('a[href]')
  const alt = picture.getAttribute('alt')?.trim() ?? ''
  picture.remove()
  if (!link || link.textContent?.trim() !== '' || link.querySelector('img')) return
  const address = cleanAddress(link.getAttribute('href') ?? '')
  if (address === null) return
  const isName = alt !== '' && !FILE_NAME.test(alt)
  link.append(isName ? alt : address.replace(/^(?:https?:\/\/|mailto:)/i, ''))
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
