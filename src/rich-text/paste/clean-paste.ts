import { serializeFragment } from '#html/inert-document.ts'
import { parsePasted } from '#html/parse-pasted.ts'
import { cleanHtml } from '#html/sanitize.ts'
import { detectSource, isFromWordProcessor, type Source } from './detect-source.ts'
import { flattenOddLists } from './flat-lists.ts'
import { writeFormParts } from './form-parts.ts'
import { writeFormulas } from './formulas.ts'
import { leaveOut } from './leave-out.ts'
import { leaveOutPictures } from './leave-out-pictures.ts'
import { closeGaps, writeTabs } from './gaps.ts'
import { readTypedMarkers } from './markerless-lists.ts'
import { nestLists } from './nest-lists.ts'
import { emptyReport, type PasteReport } from './paste-report.ts'
import { rewritten } from './rewrite.ts'
import { inlineClasses, readStyleSheet } from './style-sheet.ts'
import { writeTextBoxes } from './text-boxes.ts'
import { markTypedItems } from './typed-items.ts'
import { missingWords, visibleWords } from './visible-words.ts'
import { markWordItems } from './word-items.ts'

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
