import type { MarkType, NodeType, ParseRule, Schema } from '@tiptap/pm/model'
import { BLOCK_ELEMENTS, isBlockElement } from '#html/parse/known-elements.ts'
import { isSpace } from '#editor/schema/editor-dom.ts'
import { PROTECTED_PART } from '#editor/schema/editor-attributes.ts'
import { protect } from '#editor/protected-part/protected-part-markup.ts'

/** The elements that a schema has nodes and marks for. */
interface Held {
  nodes: ReadonlySet<string>
  marks: ReadonlySet<string>
}

const heldBy = new WeakMap<Schema, Held>()
const BLOCKS = [...BLOCK_ELEMENTS].join()

/**
 * Makes protected parts, in place, of what the schema has nothing for, so that what stands around it
 * can be edited: unknown elements, comments, inline elements that hold nothing or that hold blocks.
 */
export function protectUnheld(fragment: DocumentFragment, schema: Schema): DocumentFragment {
  let held = heldBy.get(schema)
  if (!held) {
    held = {
      nodes: tagsOf(Object.values(schema.nodes)),
      marks: tagsOf(Object.values(schema.marks)),
    }
    heldBy.set(schema, held)
  }
  protectIn(fragment, held)
  return fragment
}

/** Makes protected parts, in place, of inline elements that hold only spaces. */
export function protectWordless(line: Element): void {
  for (const element of line.querySelectorAll('*')) {
    const inLine = !BLOCK_ELEMENTS.has(element.localName) && !element.hasAttribute(PROTECTED_PART)
    const spaces = [...element.childNodes]
    if (inLine && spaces.length > 0 && spaces.every(isSpace)) protect(element, 'span')
  }
}

function protectIn(parent: Element | DocumentFragment, held: Held): void {
  for (const node of Array.from(parent.childNodes)) {
    if (node.nodeType === Node.COMMENT_NODE) protect(node, isBetweenBlocks(node) ? 'div' : 'span')
    else if (node instanceof Element) protectOrEnter(node, held)
  }
}

function protectOrEnter(element: Element, { nodes, marks }: Held): void {
  const { localName, firstChild } = element
  const isBlock = BLOCK_ELEMENTS.has(localName)
  if (nodes.has(localName)) protectIn(element, { nodes, marks })
  else if (isBlock || element.querySelector(BLOCKS)) protect(element, 'div')
  else if (marks.has(localName) && firstChild) protectIn(element, { nodes, marks })
  else protect(element, 'span')
}

function isBetweenBlocks(node: ChildNode): boolean {
  const before = neighbour(node, 'previousSibling')
  const after = neighbour(node, 'nextSibling')
  return (before ?? after) !== null && isEdge(before) && isEdge(after)
}

function isEdge(neighbouring: ChildNode | null): boolean {
  return neighbouring === null || isBlockElement(neighbouring)
}

function neighbour(node: ChildNode, side: 'previousSibling' | 'nextSibling'): ChildNode | null {
  let other = node[side]
  while (other && isSpace(other)) other = other[side]
  return other
}

function tagsOf(types: readonly (NodeType | MarkType)[]): Set<string> {
  const rules: readonly ParseRule[] = types.flatMap(({ spec }) => spec.parseDOM ?? [])
  const tags = rules.map(({ tag = '' }) => (tag.includes(PROTECTED_PART) ? '' : tag))
  return new Set(tags.flatMap((tag) => /^[a-z\d]+/.exec(tag) ?? []))
}
