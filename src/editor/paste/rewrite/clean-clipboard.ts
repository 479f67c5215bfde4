import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { isBlankHtml } from '#html/parse/blank.ts'
import { TextTooLarge } from '#html/parse/limits.ts'
import { cleanPaste, type CleanPaste, type CleanUpOptions } from './clean-paste.ts'
import { detectSource } from '#editor/paste/read/detect-source.ts'
import { withLineFeeds } from '#html/parse/text-of-file.ts'
import { isMarkdown, markdownToHtml } from '#editor/paste/read/markdown.ts'
import { emptyReport } from '#editor/paste/paste-report.ts'
import type { Clipboard, PasteMode } from '#editor/paste/paste-state.ts'
import { plainTextOf } from '#editor/paste/read/plain-text-of.ts'
import { cleanHtml } from '#html/safety/sanitize.ts'
import { plainLines } from '#editor/paste/read/plain-lines.ts'
import { rewritten } from './rewrite.ts'

/** Elements that a program only writes when it knows the structure of the text. */
const STRUCTURE = 'ul, ol, h1, h2, h3, h4, h5, h6, table, a[href], strong, b, em, i, blockquote'

/**
 * What is to be inserted for a clipboard. HTML goes first, unless it only shows Markdown, as code
 * editors write it. What is too long to be read with its formatting comes as its words.
 */
export function cleanClipboard(
  clipboard: Clipboard,
  mode: PasteMode,
  pictures: boolean,
): CleanPaste {
  const { html } = clipboard
  const text = withLineFeeds(clipboard.text)
  const options = { looks: mode === 'looks', pictures }
  if (mode === 'plain') return literalText(text || wordsOf(html))
  if (html === '' || isCodeOfMarkdown(html, text)) return cleanText(text, options)
  try {
    const cleaned = cleanPaste(html, options)
    const isLost = isBlankHtml(cleaned.html) && text.trim() !== '' && cleaned.report.pictures === 0
    return isLost ? cleanText(text, options) : cleaned
  } catch (error) {
    if (!(error instanceof TextTooLarge)) throw error
    const report = { ...emptyReport(detectSource(html)), fallback: 'text' as const }
    return { ...literalText(text), report }
  }
}

function isCodeOfMarkdown(html: string, text: string): boolean {
  if (html.length > 200_000 || !isMarkdown(text) || detectSource(html) !== null) return false
  return parseInert(html).querySelector(STRUCTURE) === null
}

/** What a file has only as HTML is read from its clean form, in which nothing hidden is left. */
function wordsOf(html: string): string {
  return plainTextOf(parseInert(cleanPaste(html, { looks: false, pictures: false }).html))
}

/** The words exactly as they are, line by line. Throws `TextTooLarge`. */
function literalText(text: string): CleanPaste {
  return fromLines(text, false)
}

/**
 * Plain text with the lists that it has, or read as Markdown when it evidently is.
 * Throws `TextTooLarge`.
 */
function cleanText(text: string, options: CleanUpOptions): CleanPaste {
  if (!isMarkdown(text)) return fromLines(text, true)
  const cleaned = cleanPaste(markdownToHtml(text), options, 'Markdown')
  return cleaned.report.fallback === null ? cleaned : fromLines(text, true)
}

function fromLines(text: string, withLists: boolean): CleanPaste {
  const report = emptyReport(null)
  const { fragment, lists } = plainLines(text, withLists)
  const html = cleanHtml(serializeFragment(rewritten(fragment, report, false)))
  return { html, report: { ...report, lists } }
}
