import { parseInert } from '#html/inert-document.ts'
import { isBlankHtml } from '#html/blank.ts'
import { TextTooLarge } from '#html/limits.ts'
import { cleanPaste, type CleanPaste } from './clean-paste.ts'
import { cleanText, literalText } from './clean-text.ts'
import { detectSource } from './detect-source.ts'
import { withLineFeeds } from './line-ends.ts'
import { isMarkdown } from './markdown.ts'
import { emptyReport } from './paste-report.ts'
import type { Clipboard, PasteMode } from './paste-state.ts'
import { plainTextOf } from './plain-text-of.ts'

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
