import { standsApart } from '#html/safety/keep-apart.ts'
import { isBlock } from './block-kind.ts'

/** Parts of a form, which a page shows apart from the words beside them. */
export const FORM_PARTS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea'])

/** Elements that part words although they stand in a line. */
const PARTING = new Set(['br', 'img', ...FORM_PARTS])

/** The words and numbers that a reader of the tree sees, in order. Signs between them do not count. */
export function visibleWords(root: Node): string[] {
  const parts: string[] = []
  collect(root, parts)
  return parts.join('').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      parts.push(child.nodeValue ?? '')
    } else if (child instanceof Element) {
      const parted = isBlock(child) || PARTING.has(child.localName) || standsApart(child)
      if (parted) parts.push(' ')
      collect(child, parts)
      if (parted) parts.push(' ')
    }
  }
}

/** The words of `before` that `after` does not have, or has fewer times. */
export function missingWords(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1)
  return before.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}
