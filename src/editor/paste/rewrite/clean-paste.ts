import { styleOf } from '#html/parse/style-attribute.ts'
import { serializeFragment } from '#html/parse/inert-document.ts'
import { parsePasted } from '#html/parse/parse-pasted.ts'
import { cleanHtml } from '#html/safety/sanitize.ts'
import { detectSource, isFromWordProcessor, type Source } from '#editor/paste/read/detect-source.ts'
import { flattenOddLists } from '#editor/paste/lists/flat-lists.ts'
import { writeFormParts } from './form-parts.ts'
import { writeFormulas } from './formulas.ts'
import { leaveOut } from './leave-out.ts'
import { closeGaps, writeTabs } from '#editor/paste/lists/marker-gaps.ts'
import { readTypedMarkers } from '#editor/paste/lists/markerless-lists.ts'
import { nestLists } from '#editor/paste/lists/nest-lists.ts'
import { emptyReport, type PasteReport } from '#editor/paste/paste-report.ts'
import { rewritten } from './rewrite.ts'
import { inlineClasses, readStyleSheet } from '#editor/paste/read/style-sheet.ts'
import { writeTextBoxes } from './text-boxes.ts'
import { markTypedItems } from '#editor/paste/lists/typed-items.ts'
import { missingWords, visibleWords } from '#editor/paste/read/visible-words.ts'
import { markWordItems } from '#editor/paste/lists/word-items.ts'
import { cleanAddress } from './clean-address.ts'
import { pointsOf } from '#editor/paste/read/style-of.ts'

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200d|\ufe0f)+$/u

/** A name that a file has, or that a program has given. */
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|bmp|svg|emf|wmf)$|^(?:picture|image|bild|grafik) ?\d*$/i

export interface CleanUpOptions {
  /** Whether colours, highlights and alignment are kept. */
  looks: boolean
  /** Whether the editor can hold pictures with a web address. */
  pictures: boolean
}

export interface CleanPaste {
  /** Safe HTML; '' when nothing can be seen. */
  html: string
  report: PasteReport
}

/**
 * Clipboard HTML as a person would write it in the editor: real lists, headings, tables and links,
 * without the traces of the program that it comes from. All words are still there, which is checked:
 * when the clean-up would lose some, less of it is done. Throws `TextTooLarge`.
 */
export function cleanPaste(
  html: string,
  options: CleanUpOptions,
  source: Source = detectSource(html),
): CleanPaste {
  return attempt(html, source, options, true) ?? gentle(html, source, options)
}

function gentle(html: string, source: Source, options: CleanUpOptions): CleanPaste {
  const without = attempt(html, source, options, false)
  if (without) return { html: without.html, report: { ...without.report, fallback: 'html' } }
  return { html: cleanHtml(html), report: { ...emptyReport(source), fallback: 'html' } }
}

/** Null when words are missing afterwards. */
function attempt(
  html: string,
  source: Source,
  { looks, pictures }: CleanUpOptions,
  withLists: boolean,
): CleanPaste | null {
  const report = emptyReport(source)
  const root = parsePasted(html)
  const sheet = readStyleSheet(root)
  inlineClasses(root, sheet)
  writeFormulas(root, report, pictures)
  writeTextBoxes(root)
  leaveOut(root, report)
  writeFormParts(root)
  writeTabs(root)
  const items = withLists ? markWordItems(root, sheet) : new Map()
  if (withLists) markTypedItems(root, items)
  if (withLists) readTypedMarkers(root)
  closeGaps(root)
  leaveOutPictures(root, report, pictures)

  const words = visibleWords(root)
  const absorbs = isFromWordProcessor(source)
  if (withLists) flattenOddLists(root, items, absorbs)
  report.lists = nestLists(items, absorbs)
  const cleaned = rewritten(root, report, looks)
  if (missingWords(words, visibleWords(cleaned)).length > 0) return null
  return { html: cleanHtml(serializeFragment(cleaned)), report }
}

/**
 * Takes out, in place, the pictures that participants would not see: those on somebody's computer, in
 * a mail or inside the clipboard, and counts them. Emoji become characters; bullets, check boxes and
 * pictures of one dot, which count readers, go without a word. A link around a picture stays.
 *
 * @param keepsWeb whether the editor can hold pictures with a web address
 */
function leaveOutPictures(root: ParentNode, report: PasteReport, keepsWeb: boolean): void {
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
