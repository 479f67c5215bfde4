import { serializeFragment } from '#html/inert-document.ts'
import { cleanHtml } from '#html/sanitize.ts'
import { cleanPaste, type CleanPaste, type CleanUpOptions } from './clean-paste.ts'
import { isMarkdown, markdownToHtml } from './markdown.ts'
import { emptyReport } from './paste-report.ts'
import { plainLines } from './plain-lines.ts'
import { rewritten } from './rewrite.ts'

/** The words exactly as they are, line by line. Throws `TextTooLarge`. */
export function literalText(text: string): CleanPaste {
  return fromLines(text, false)
}

/**
 * Plain text with the lists that it has, or read as Markdown when it evidently is.
 * Throws `TextTooLarge`.
 */
export function cleanText(text: string, options: CleanUpOptions): CleanPaste {
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
