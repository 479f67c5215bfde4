import { DOMParser, Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { isBlockElement } from '#html/parse/known-elements.ts'
import { inertDocument, parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { sameFormatting } from '#html/compare/same-formatting.ts'
import {
  asParsed,
  comparable,
  tidyEditorDom,
  toEditorDom,
  wrapRuns,
} from '#editor/schema/editor-dom.ts'
import { PROTECTED_PART } from '#editor/schema/editor-attributes.ts'
import { ExactSerializer } from './exact-serializer.ts'
import { protect, unpackProtectedParts } from '#editor/protected-part/protected-part-markup.ts'
import { protectUnheld, protectWordless } from './protect-unheld.ts'

interface Codec {
  parser: DOMParser
  serializer: ExactSerializer
}

const codecs = new WeakMap<Schema, Codec>()

/** Boxes inside each other that are searched for the one thing that cannot be edited. */
const MOST_LEVELS = 8

/**
 * Reads one top-level piece of a source. What the schema cannot hold without changing it becomes a
 * protected part, as small a one as possible: an element in a line, a block in a box or a list, or
 * the whole piece. Written again, the nodes mean the same as `html`.
 */
export function readNodes(html: string, schema: Schema): readonly Node[] {
  const prepared = toEditorDom(protectUnheld(parseInert(html), schema))
  if (!survives(prepared, schema)) protectWhatChanges(prepared, schema, MOST_LEVELS)
  const nodes = parse(prepared, schema)
  const written = comparable(parseInert(tidyHtml(nodes, schema)))
  const editable = nodes.some(({ type }) => type.name !== 'protectedPart')
  return editable && sameFormatting(comparable(parseInert(html)), written)
    ? nodes
    : [schema.node('protectedPart', { html })]
}

/** Nodes as tidy HTML. */
export function tidyHtml(nodes: readonly Node[], schema: Schema): string {
  const fragment = inertDocument().createDocumentFragment()
  codecOf(schema).serializer.serializeFragment(
    Fragment.from(nodes),
    { document: inertDocument() },
    fragment,
  )
  unpackProtectedParts(tidyEditorDom(fragment))
  // A protected part may have stood between blocks without one of its own.
  wrapRuns(fragment)
  return serializeFragment(fragment)
}

/** What visual editing would make of `html` if nothing of it were protected. */
export function unprotectedHtml(html: string, schema: Schema): string {
  return tidyHtml(parse(toEditorDom(parseInert(html)), schema), schema)
}

function codecOf(schema: Schema): Codec {
  let codec = codecs.get(schema)
  if (!codec) {
    // A style is kept as one; only from the clipboard does it become formatting.
    const rules = DOMParser.fromSchema(schema).rules.filter((rule) => !('style' in rule))
    codec = { parser: new DOMParser(schema, rules), serializer: ExactSerializer.of(schema) }
    codecs.set(schema, codec)
  }
  return codec
}

function parse(prepared: DocumentFragment, schema: Schema): readonly Node[] {
  return codecOf(schema).parser.parse(copyOf(prepared)).children
}

/** Whether what was prepared comes out of the editor as it went in. */
function survives(prepared: DocumentFragment, schema: Schema): boolean {
  const before = unpackProtectedParts(asParsed(copyOf(prepared)))
  const after = parseInert(tidyHtml(parse(prepared, schema), schema))
  return sameFormatting(comparable(before), comparable(after))
}

function protectWhatChanges(
  parent: Element | DocumentFragment,
  schema: Schema,
  levels: number,
): void {
  for (const child of Array.from(parent.children)) {
    if (!isBlockElement(child) || child.hasAttribute(PROTECTED_PART)) continue
    const item = child.localName === 'li'
    if (survives(alone(child, item ? parent : null), schema)) continue
    const holdsBlocks = [...child.children].some(isBlockElement)
    if (!holdsBlocks) protectWordless(child)
    else if (levels > 1) {
      for (const holder of holdersIn(child)) protectWhatChanges(holder, schema, levels - 1)
    }
    // A list holds nothing but items.
    if (!item && !survives(alone(child, null), schema)) protect(child, 'div')
  }
}

/** What holds the blocks inside `element`: itself, or the cells of a table. */
function holdersIn(element: Element): Iterable<Element> {
  return element.localName === 'table'
    ? element.querySelectorAll(':scope > * > tr > :is(td, th)')
    : [element]
}

/** A copy of `element`, in a list where it is the item of one. */
function alone(element: Element, list: ParentNode | null): DocumentFragment {
  const fragment = inertDocument().createDocumentFragment()
  const context = list instanceof Element ? list.cloneNode(false) : fragment
  if (context !== fragment) fragment.append(context)
  context.appendChild(element.cloneNode(true))
  return fragment
}

function copyOf(fragment: DocumentFragment): DocumentFragment {
  const copy = inertDocument().createDocumentFragment()
  copy.append(...[...fragment.childNodes].map((node) => node.cloneNode(true)))
  return copy
}
