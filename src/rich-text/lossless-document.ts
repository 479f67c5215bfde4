import { DOMParser, DOMSerializer, Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { isBlankHtml } from '#html/blank.ts'
import { inertDocument, parseInert, serializeFragment } from '#html/inert-document.ts'
import { blocksOfHtml, type Block } from '#html/live-source.ts'
import { sameFormatting } from '#html/same-formatting.ts'
import { outgoingHtml } from '#html/sanitize.ts'
import { splitBlocks } from '#html/split-blocks.ts'
import { comparable, tidyEditorDom, toEditorDom } from './editor-dom.ts'
import { unpackProtectedParts } from './protected-part-markup.ts'
import { createPiece, standsAlone, type Piece } from './source-piece.ts'

/**
 * A text as the visual editor holds it, and the way back. The source is cut into top-level pieces.
 * A piece that the schema can hold becomes ordinary blocks that remember the bytes they came from;
 * any other becomes one protected part. Blocks that nobody touched come out as those bytes, and
 * edited ones as tidy HTML.
 *
 * It rests on two properties of ProseMirror: nodes never change, and a new document shares every
 * node that an edit left alone. So "untouched" is "the same object".
 */
export interface LosslessDocument {
  /** Reads `source` into a new document. Throws `TextTooLarge`. */
  open: (source: string) => Node
  /** The document as HTML, block by block; unchanged blocks are the same objects as before. */
  blocksOf: (doc: Node) => readonly Block[]
}

/** Either the bytes of a piece, whose nodes are all there, or one node to be written tidily. */
type Entry = { piece: Piece; nodes: readonly Node[] } | { piece: null; nodes: readonly [Node] }

export function createLosslessDocument(schema: Schema): LosslessDocument {
  const origins = new WeakMap<Node, { piece: Piece; index: number }>()
  const tidied = new WeakMap<Node, Block>()
  let opened: { doc: Node; blocks: readonly Block[]; pieces: readonly Piece[] } | null = null

  const tidy = (node: Node): Block => {
    const known = tidied.get(node)
    if (known) return known
    const block = { html: tidyHtml([node], schema) }
    tidied.set(node, block)
    return block
  }

  /** The piece whose nodes stand in the document from `index` on, if they all do. */
  const pieceAt = (children: readonly Node[], index: number): Piece | null => {
    const first = children[index]
    const origin = first && origins.get(first)
    if (!origin || origin.index !== 0) return null
    const complete = origin.piece.nodes.every((_node, offset) => {
      const child = children[index + offset]
      const other = child && origins.get(child)
      return other?.piece === origin.piece && other.index === offset
    })
    return complete ? origin.piece : null
  }

  /** Undo brings back equal nodes, not the same ones: they get their bytes back here. */
  const recognise = (children: readonly Node[]) => {
    const present = new Set(children)
    const missing = opened?.pieces.filter(({ nodes }) => !nodes.some((node) => present.has(node)))
    if (!missing?.length) return
    for (const child of children) {
      if (origins.has(child) || tidied.has(child)) continue
      const piece = missing.find(({ nodes }) => nodes.length === 1 && nodes[0]?.eq(child))
      if (piece) origins.set(child, { piece, index: 0 })
    }
  }

  const entriesOf = (children: readonly Node[]): Entry[] => {
    const entries: Entry[] = []
    for (let index = 0; index < children.length;) {
      const node = children[index]
      if (!node) break
      const piece = pieceAt(children, index) ?? pieceOfProtected(node)
      entries.push(piece ? { piece, nodes: piece.nodes } : { piece: null, nodes: [node] })
      index += piece ? piece.nodes.length : 1
    }
    return entries
  }

  const pieceOfProtected = (node: Node): Piece | null => {
    if (node.type.name !== 'protectedPart') return null
    const known = origins.get(node)
    if (known) return known.piece
    const piece = createPiece(String(node.attrs['html']), [node])
    origins.set(node, { piece, index: 0 })
    return piece
  }

  return {
    open(source) {
      const safe = outgoingHtml(source).html === source
      const parts = /\S/.test(source) ? splitBlocks(source) : []
      const pieces = parts.map((html) => readPiece(safe ? html : outgoingHtml(html).html, schema))
      pieces.forEach((piece, index) => {
        piece.next = pieces[index + 1] ?? null
        piece.nodes.forEach((node, offset) => origins.set(node, { piece, index: offset }))
      })
      const doc = schema.topNodeType.createAndFill(
        null,
        pieces.flatMap(({ nodes }) => nodes),
      )
      if (!doc) throw new Error('The schema accepts no document.')
      const blocks = pieces.length > 0 ? pieces.map(({ block }) => block) : blocksOfHtml(source)
      opened = { doc, pieces, blocks }
      return doc
    },

    blocksOf(doc) {
      if (opened && doc.eq(opened.doc)) return opened.blocks
      const children = [...doc.children]
      recognise(children)
      const blocks: Block[] = []
      let following: Piece | null = null
      let isLast = true
      // From the end, because whether a piece's own bytes are safe depends on what comes after.
      for (const { piece, nodes } of entriesOf(children).toReversed()) {
        const asWritten: boolean = piece !== null && (isLast || standsAlone(piece, following))
        if (piece && asWritten) blocks.push(piece.block)
        else blocks.push(...nodes.map(tidy).toReversed())
        following = asWritten ? piece : null
        isLast = false
      }
      return blocks.every(({ html }) => isBlankHtml(html)) ? [] : blocks.toReversed()
    },
  }
}

function readPiece(html: string, schema: Schema): Piece {
  const nodes = readNodes(html, schema)
  const kept = sameFormatting(
    comparable(parseInert(html)),
    comparable(parseInert(tidyHtml(nodes, schema))),
  )
  return createPiece(html, kept ? nodes : [schema.node('protectedPart', { html })])
}

function readNodes(html: string, schema: Schema): readonly Node[] {
  return DOMParser.fromSchema(schema).parse(toEditorDom(parseInert(html))).children
}

function tidyHtml(nodes: readonly Node[], schema: Schema): string {
  const fragment = inertDocument().createDocumentFragment()
  DOMSerializer.fromSchema(schema).serializeFragment(
    Fragment.from(nodes),
    { document: inertDocument() },
    fragment,
  )
  tidyEditorDom(fragment)
  return serializeFragment(unpackProtectedParts(fragment))
}
