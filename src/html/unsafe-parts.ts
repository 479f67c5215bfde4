import { ALLOWED_TAGS } from './allow-list.ts'
import { KNOWN_ELEMENTS } from './known-elements.ts'
import type { MarkupProblem } from './markup-problems.ts'
import { outgoingHtml } from './sanitize.ts'
import { scanAttributes } from './scan-attributes.ts'
import { scanHtml } from './scan-html.ts'

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_TAGS)

/**
 * Where the sanitiser takes something out of `html`, for a text of which it is known that it does.
 * Needs a DOM. What it finds is decided by the sanitiser alone.
 */
export function unsafeParts(html: string): MarkupProblem[] {
  const found: MarkupProblem[] = []
  for (const token of scanHtml(html)) {
    const { kind, name, start, end } = token
    if (kind !== 'open') continue
    if (!ALLOWED.has(name)) {
      // An element that does not exist is a problem of its own.
      if (KNOWN_ELEMENTS.has(name)) {
        found.push({ start, end, message: `For safety, <${name}> is left out of what is sent.` })
      }
      continue
    }
    for (const attribute of scanAttributes(html, token)) {
      const written = html.slice(attribute.start, attribute.end)
      const { removed } = outgoingHtml(`<span ${written}>x</span>`)
      if (removed.length === 0) continue
      const styles = removed.flatMap((part) => (part.kind === 'style' ? part.name : []))
      const what = styles.length > 0 ? `the style ${styles.join(', ')}` : `“${attribute.name}”`
      found.push({
        start: attribute.start,
        end: attribute.end,
        message: `For safety, ${what} is left out of what is sent.`,
      })
    }
  }
  return found
}
