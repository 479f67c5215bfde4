import type { Node } from '@tiptap/pm/model'

/** Headings under which a protocol says what to do. */
const HEADING =
  /^(?:\d+(?:\.\d+)*[.):]?\s*)?(?:(?:the|your|task|study|detailed|step-by-step)\s+)*(?:procedures?|steps?|instructions?|tasks?|what (?:you|to|we|participants|happens).*|how (?:to|it|this|the task).*|directions|guidelines|method|ablauf|anleitung|aufgaben?|vorgehen|anweisungen|schritte|procédure|étapes|consignes|instrucciones|pasos|procedimiento|istruzioni|procedura|stappen)(?:\s.{0,30})?[:.]?$/i

/**
 * Where, among the blocks pasted between `from` and `to`, the part begins that says what to do: at a
 * heading such as "Procedure", else at a numbered list that follows other text. Null when there is
 * none.
 */
export function stepsAmong(
  doc: Node,
  from: number,
  to: number,
): { at: number; name: string } | null {
  let hasText = false
  let list: { at: number; name: string } | null = null
  let heading: { at: number; name: string } | null = null
  doc.forEach((block, at) => {
    // Not the block that something was pasted into, nor those behind.
    if (heading || at + block.nodeSize <= from || at >= to || at + 1 < from) return
    const isLast = at + block.nodeSize >= to
    const name = block.textContent.trim()
    if (isHeading(block) && HEADING.test(name) && !isLast) {
      heading = { at, name: name.replace(/[:.]$/, '') }
    }
    if (!list && hasText && block.type.name === 'orderedList' && block.childCount > 1) {
      list = { at, name: shortened(block.firstChild?.firstChild?.textContent ?? '') }
    }
    hasText ||= block.type.name === 'paragraph' && name !== ''
  })
  return heading ?? list
}

/** A heading, or a line that stands for one: short and bold, or ending with a colon. */
function isHeading(block: Node): boolean {
  if (block.type.name === 'heading') return true
  if (block.type.name !== 'paragraph' || block.textContent.length > 60) return false
  let isBold = block.childCount > 0
  block.forEach((child) => {
    isBold &&= child.marks.some(({ type }) => type.name === 'bold')
  })
  return isBold || block.textContent.trim().endsWith(':')
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length <= 5 ? words.join(' ') : `${words.slice(0, 5).join(' ')}…`
}
