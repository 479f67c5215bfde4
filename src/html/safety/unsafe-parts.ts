import type { Removed } from './take-out.ts'
import { ALLOWED_TAGS } from './allow-list.ts'
import { KNOWN_ELEMENTS } from '#html/parse/known-elements.ts'
import type { MarkupProblem } from '#html/checks/markup-problems.ts'
import { outgoingHtml } from './sanitize.ts'
import { scanAttributes, scanHtml } from '#html/parse/scan-html.ts'
const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_TAGS)

/**
 * Where in `html` is what the sanitiser removed from it. What is unsafe is decided by the sanitiser
 * alone; this only looks for it. Needs a DOM.
 */
export function unsafeParts(html: string, removed: readonly Removed[]): MarkupProblem[] {
  const found: MarkupProblem[] = []
  const suspects = new Set(removed.map(({ kind, name }) => (kind === 'style' ? 'style' : name)))
  const losses = new Map<string, readonly Removed[]>()
  const lossesOf = (attribute: string) => {
    const known = losses.get(attribute) ?? outgoingHtml(`<span ${attribute}>x</span>`).removed
    losses.set(attribute, known)
    return known
  }
  for (const token of scanHtml(html)) {
    const { kind, name, start, end } = token
    if (kind !== 'open') continue
    if (!ALLOWED.has(name)) {
      // An element that does not exist is a problem of its own.
      if (KNOWN_ELEMENTS.has(name)) {
        found.push({ start, end, message: `For safety, <${name}> is not sent.` })
      }
      continue
    }
    for (const attribute of scanAttributes(html, token)) {
      if (!suspects.has(attribute.name)) continue
      const lost = lossesOf(html.slice(attribute.start, attribute.end))
      if (lost.length === 0) continue
      const styles = lost.flatMap((part) => (part.kind === 'style' ? part.name : []))
      const what = styles.length > 0 ? `the style ${styles.join(', ')}` : `“${attribute.name}”`
      found.push({
        start: attribute.start,
        end: attribute.end,
        message: `For safety, ${what} is not sent.`,
      })
    }
  }
  return found
}
