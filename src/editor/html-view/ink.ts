import type { Node } from '@tiptap/pm/model'
import { scanHtml } from '#html/parse/scan-html.ts'

/**
 * A place in a text, counted in the characters that can be seen: the same in the HTML and in the visual
 * editor, whatever stands between them.
 */
export interface InkPosition {
  /** Characters before it, spaces left out. */
  ink: number
  /** It belongs to the character behind it, such as at the beginning of a line. */
  ahead: boolean
}

/** A character as it is written in HTML. */
const CHARACTER = /&(?:#x?[\da-f]+|[a-z][a-z\d]*);?|\S/gi
const SPACE = /^&(?:nbsp|#160|#xa0);?$/i

/** The place at an index of `html`. */
export function inkPositionInHtml(html: string, index: number): InkPosition {
  let ink = 0
  let last = -1
  for (const [start, end] of charactersOf(html)) {
    if (start >= index) break
    ink += 1
    last = end
  }
  return { ink, ahead: last < index }
}

/** The index of `html` that is nearest to a place. */
export function indexInHtml(html: string, { ink, ahead }: InkPosition): number {
  let passed = 0
  let last = 0
  for (const [start, end] of charactersOf(html)) {
    if (ahead && passed === ink) return start
    passed += 1
    last = end
    if (!ahead && passed === ink) return end
  }
  return last
}

function* charactersOf(html: string): Generator<[number, number]> {
  for (const { kind, start, end } of scanHtml(html)) {
    if (kind !== 'text') continue
    for (const { 0: written, index } of html.slice(start, end).matchAll(CHARACTER)) {
      if (!SPACE.test(written)) yield [start + index, start + index + written.length]
    }
  }
}

/** The place at a position of a document. */
export function inkPositionInDocument(doc: Node, position: number): InkPosition {
  let ink = 0
  let last = -1
  for (const { from, to, count } of inkedOf(doc)) {
    if (from >= position) break
    ink += count
    last = to
  }
  return { ink, ahead: last < position }
}

/** The position of a document that is nearest to a place. */
export function positionInDocument(doc: Node, { ink, ahead }: InkPosition): number {
  let passed = 0
  let last = 0
  for (const { from, to, count } of inkedOf(doc)) {
    if (ahead ? passed + count > ink : passed + count >= ink) return ahead || count > 1 ? from : to
    passed += count
    last = to
  }
  return last
}

/** Every character that can be seen, and every protected part with all of its own. */
function* inkedOf(doc: Node): Generator<{ from: number; to: number; count: number }> {
  const leaves: [Node, number][] = []
  doc.descendants((node, position) => {
    if (node.isLeaf) leaves.push([node, position])
  })
  for (const [node, position] of leaves) {
    const html: unknown = node.attrs['html']
    if (typeof html === 'string') {
      const count = inkPositionInHtml(html, html.length).ink
      yield { from: position, to: position + node.nodeSize, count }
    }
    for (const { index } of (node.text ?? '').matchAll(/\S/g)) {
      yield { from: position + index, to: position + index + 1, count: 1 }
    }
  }
}
