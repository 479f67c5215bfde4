import type { Removed } from '#html/safety/take-out.ts'
import type { Node, Schema } from '@tiptap/pm/model'
import { isBlankHtml } from '#html/parse/blank.ts'
import { assertReadableSize } from '#html/parse/limits.ts'
import { blocksOfHtml, type Block } from '#html/parse/live-source.ts'
import { splitBlocks } from '#html/parse/split-blocks.ts'
import { readNodes, tidyHtml } from './read-nodes.ts'
import { safeSource } from '#editor/raw-html.ts'
import { beginningOf, createPiece, type Behind, type Piece } from './source-piece.ts'

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
  /** Reads `source` into a new document, and forgets the ones before. Throws `TextTooLarge`. */
  open: (source: string) => Node
  /**
   * Reads `source` into a document that has the nodes of `doc` wherever the bytes are the same, so that
   * undo can lead back from one to the other. Throws `TextTooLarge`.
   */
  reopen: (source: string, doc: Node) => Node
  /** The document as HTML, block by block; unchanged blocks are the same objects as before. */
  blocksOf: (doc: Node) => readonly Block[]
}

/** What happened to a source that was opened. */
export interface Arrival {
  source: string
  /** What was taken out because it is unsafe. */
  removed: readonly Removed[]
  /** The parts that visual editing would change, and that are therefore protected. */
  protectedParts: readonly string[]
}

/** The attribute of a document that says which of the sources it came from: undo changes it back. */
export const OPENING = 'opening'

interface Opening {
  doc: Node
  blocks: readonly Block[]
  pieces: readonly Piece[]
}

/** Which of the nodes of a piece a node is. */
interface Origin {
  piece: Piece
  index: number
}

/** A block as it comes out, and the nodes that it stands for. */
interface Written {
  block: Block
  nodes: readonly Node[]
  piece: Piece | null
}

/** Either the bytes of a piece, whose nodes are all there, or one node to be written tidily. */
type Entry = { piece: Piece; nodes: readonly Node[] } | { piece: null; nodes: readonly [Node] }

export function createLosslessDocument(
  schema: Schema,
  onArrival: (arrival: Arrival) => void = () => {},
): LosslessDocument {
  const origins = new WeakMap<Node, Origin>()
  const tidied = new WeakMap<Node, Block>()
  /** Protected parts whose bytes are their own, not those of a source. */
  const lone = new WeakMap<Node, Piece>()
  let openings: Opening[] = []
  const openingOf = (doc: Node) => openings[Number(doc.attrs[OPENING])]

  const tidyBlock = (node: Node): Block => {
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
  const recognise = (children: readonly Node[], opening: Opening | undefined) => {
    if (!opening || children.every((child) => origins.has(child) || tidied.has(child))) return
    const present = new Set(children.map(originalOf))
    let before: Origin | undefined
    let isNew = false
    for (const child of children) {
      // One that came back earlier was waiting for the one before it.
      isNew = !origins.has(child) && (isNew || !tidied.has(child))
      const found: Origin | undefined = isNew
        ? missingOrigin(opening.pieces, present, child, before)
        : undefined
      if (found) {
        origins.set(child, found)
        present.add(found.piece.nodes[found.index] ?? child)
      }
      isNew = found !== undefined
      before = origins.get(child)
    }
  }

  /** The node that was opened, for one that undo brought back in its place. */
  const originalOf = (node: Node): Node => {
    const origin = origins.get(node)
    return origin?.piece.nodes[origin.index] ?? node
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
    const known = lone.get(node)
    if (known) return known
    const piece = createPiece(String(node.attrs['html']), [node], null)
    lone.set(node, piece)
    return piece
  }

  const writtenIn = (doc: Node): Written[] => {
    const children = [...doc.children]
    recognise(children, openingOf(doc))
    const written: Written[] = []
    let behind: Behind | null = null
    // From the end, because whether a piece's own bytes are safe depends on what comes after.
    for (const { piece, nodes } of entriesOf(children).toReversed()) {
      if (piece && (behind === null || piece.keepsOut(behind))) {
        written.push({ block: piece.block, nodes, piece })
        behind = piece.begins
      } else {
        const tidy = nodes.map((node) => ({ block: tidyBlock(node), nodes: [node], piece: null }))
        written.push(...tidy.toReversed())
        behind = 'block'
      }
    }
    return written.toReversed()
  }

  /** Reads a source of which some blocks may be there already, under their bytes. */
  const read = (source: string, present: Map<string, Written[]>): Node => {
    const { html, removed } = safeSource(source)
    const parts = /\S/.test(html) ? splitBlocks(html) : []
    const written = parts.map((part, index): Written => {
      const there = present.get(part)?.shift()
      if (there) return there
      const next = parts[index + 1]
      // Where they were cut, the bytes have been seen to stand in front of the next ones.
      const known = next === undefined ? null : beginningOf(next)
      const piece = createPiece(part, readNodes(part, schema), known)
      piece.nodes.forEach((node, place) => origins.set(node, { piece, index: place }))
      return { block: piece.block, nodes: piece.nodes, piece }
    })
    // Asked here, so that no key has to parse what it leaves alone. A line may come behind the last.
    written.forEach(({ piece }, index) => {
      piece?.keepsOut(written[index + 1]?.piece?.begins ?? 'block')
    })
    const doc = schema.topNodeType.createAndFill(
      { [OPENING]: openings.length },
      written.flatMap(({ nodes }) => nodes),
    )
    if (!doc) throw new Error('The schema accepts no document.')
    openings.push({
      doc,
      pieces: written.flatMap(({ piece }) => piece ?? []),
      blocks: written.length > 0 ? written.map(({ block }) => block) : blocksOfHtml(html),
    })
    onArrival({ source, removed, protectedParts: protectedPartsOf(doc) })
    return doc
  }

  return {
    open(source) {
      // Not before it is known that the text can be read.
      assertReadableSize(source)
      openings = []
      return read(source, new Map())
    },

    reopen(source, doc) {
      const present = new Map<string, Written[]>()
      for (const written of writtenIn(doc)) {
        const { html } = written.block
        const same = present.get(html)
        if (same) same.push(written)
        else present.set(html, [written])
      }
      return read(source, present)
    },

    blocksOf(doc) {
      const opening = openingOf(doc)
      if (opening && doc.eq(opening.doc)) return opening.blocks
      const blocks = writtenIn(doc).map(({ block }) => block)
      return blocks.every(({ html }) => isBlankHtml(html)) ? [] : blocks
    },
  }
}

function protectedPartsOf(doc: Node): string[] {
  const found: string[] = []
  doc.descendants(({ type, attrs }) => {
    if (type.name.startsWith('protected')) found.push(String(attrs['html']))
  })
  return found
}

/** The first node not `present` that equals `child` and may stand behind the one that is `before` it. */
function missingOrigin(
  pieces: readonly Piece[],
  present: ReadonlySet<Node>,
  child: Node,
  before: Origin | undefined,
): Origin | undefined {
  for (const piece of pieces) {
    const index = before?.piece === piece ? before.index + 1 : 0
    const node = piece.nodes[index]
    if (node && !present.has(node) && node.eq(child)) return { piece, index }
  }
  return undefined
}
