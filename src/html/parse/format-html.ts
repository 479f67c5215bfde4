import { differencesOf } from '#html/compare/differences.ts'
import { parseInert } from './inert-document.ts'
import { sameDom } from '#html/compare/same-dom.ts'
import { sameFormatting } from '#html/compare/same-formatting.ts'

export type Formatted = { ok: true; html: string } | { ok: false; reason: string }

/**
 * `html` with one part to a line and what is inside indented; lines are not wrapped. Refused when
 * readers would see anything else than before.
 */
export async function formatHtml(html: string): Promise<Formatted> {
  const { html: beautify } = await import('js-beautify')
  const formatted = beautify(html, {
    indent_size: 2,
    wrap_line_length: 0,
    max_preserve_newlines: 1,
    end_with_newline: false,
  })
  return judge(html, formatted)
}

/** Takes a formatted text only when it means what the text before means. */
export function judge(html: string, formatted: string): Formatted {
  // Styles can make spaces count that are nothing otherwise.
  const same = /white-space/i.test(html)
    ? sameDom(html, formatted)
    : sameFormatting(parseInert(html), parseInert(formatted))
  if (same) return { ok: true, html: formatted }
  const [first] = differencesOf(html, formatted)
  const why = first ? `: ${first.what}` : ''
  return {
    ok: false,
    reason: `Not formatted, because participants would see a difference${why}. Your text is unchanged.`,
  }
}
