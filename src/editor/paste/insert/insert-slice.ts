import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import {
  composeBlocks,
  composeItems,
  isList,
  isParagraph,
  sizeOf,
  type Split,
} from './compose-blocks.ts'
import { isWithinLine, pastedBlocks, unwrapped } from './pasted-blocks.ts'
import { coveredBlocks, crossesTable, partLines } from './selected-lines.ts'
import { GapCursor } from '@tiptap/pm/gapcursor'
import { readKept } from '#editor/schema/kept-attributes.ts'

/**
 * Puts a slice in the place of the selection, as people know it from Word and Google Docs: paragraphs
 * go on in the line that is there; a list, heading, quotation, table or code stays one, so that the
 * line is split around it, or replaced when it is empty. A list that is pasted into a list adds its
 * items to that. The caret is behind what was pasted.
 */
export function insertSlice(state: EditorState, slice: Slice): Transaction {
  const tr = slice.size === 0 ? state.tr : inserted(state, slice)
  return tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}

function inserted(state: EditorState, slice: Slice): Transaction {
  const { selection, schema, tr } = state
  const { $from, $to, from, to } = selection
  const { parent } = $from
  const all = pastedBlocks(slice, schema)
  if (!parent.isTextblock) return instead(tr, from, to, all)
  if (parent.type.spec.code) return tr.insertText(linesOf(all))
  const container = $from.node(-1)
  const { paragraph } = schema.nodes
  if (paragraph && !container.type.contentMatch.matchType(paragraph)) {
    return tr.replaceSelection(inOneLine(all))
  }
  const inQuote = container.type.name === 'blockquote'
  const blocks = inQuote ? all.flatMap((block) => (isQuote(block) ? block.children : block)) : all
  if (isWithinLine(slice, schema)) return tr.replaceSelection(keepFirstBlock(slice, state))
  if (blocks.every(isParagraph)) {
    return tr.replaceSelection(keepFirstBlock(new Slice(Fragment.from(blocks), 1, 1), state))
  }
  const inner = unwrapped(slice, schema)
  if (fitsAsCut(inner, $from, $to)) {
    tr.replace(from, to, inner)
    return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1))
  }
  return around(tr, $from, $to, blocks)
}

const isQuote = ({ type }: Node) => type.name === 'blockquote'

/** Puts blocks in the place of blocks. */
function instead(tr: Transaction, from: number, to: number, blocks: readonly Node[]): Transaction {
  const $from = tr.doc.resolve(from)
  const nodes = blocks.every(isList) && isList($from.parent) ? itemsOf(blocks) : blocks
  if (!$from.parent.canReplace($from.index(), tr.doc.resolve(to).index(), Fragment.from(nodes))) {
    return tr.replaceSelection(new Slice(Fragment.from(blocks), 0, 0))
  }
  tr.replaceWith(from, to, nodes)
  return putCaretBehind(tr, from + sizeOf(nodes), blocks.at(-1))
}

const itemsOf = (lists: readonly Node[]) => lists.flatMap(({ children }) => children)

/** Puts blocks that are not only paragraphs between what is left of the selected lines. */
function around(
  tr: Transaction,
  $from: ResolvedPos,
  $to: ResolvedPos,
  blocks: readonly Node[],
): Transaction {
  if ($from.sameParent($to)) {
    const { content } = $from.parent
    const left = content.cut(0, $from.parentOffset)
    return place(tr, $from.pos, left, content.cut($to.parentOffset), blocks)
  }
  if (crossesTable($from, $to)) return tr.replaceSelection(new Slice(Fragment.from(blocks), 0, 0))
  const covered = coveredBlocks($from, $to, Fragment.from(blocks))
  if (covered) return instead(tr, covered.from, covered.to, blocks)
  const last = blocks.at(-1)
  const right = partLines(tr, $from, $to, last !== undefined && isParagraph(last))
  const left = tr.doc.resolve($from.pos).parent.content
  return place(tr, $from.pos, left, right, blocks)
}

/** Replaces the line at `pos` with its two parts and the blocks between them. */
function place(
  tr: Transaction,
  pos: number,
  left: Fragment,
  right: Fragment,
  blocks: readonly Node[],
): Transaction {
  const $line = tr.doc.resolve(pos)
  const split: Split = {
    line: $line.parent,
    // A line break beside a block breaks nothing.
    left: isBreak(left.lastChild) ? left.cut(0, left.size - 1) : left,
    right: isBreak(right.firstChild) ? right.cut(1) : right,
  }
  const item = $line.node(-1)
  const addsItems = item.type.name === 'listItem' && blocks.some(isList)
  const { nodes, tail } = addsItems
    ? composeItems(item, $line.index(-1), split, blocks)
    : composeBlocks(split, blocks)
  const depth = addsItems ? $line.depth - 1 : $line.depth
  const start = $line.before(depth)
  tr.replaceWith(start, $line.after(depth), nodes)
  return putCaretBehind(tr, start + sizeOf(nodes) - tail, blocks.at(-1))
}

const isBreak = (node: Node | null) => node?.type.name === 'hardBreak'

/**
 * Whether a slice begins and ends with parts of lines of the kind that the selection is in, such as
 * what was cut out and is put back: then the parts grow together again.
 */
function fitsAsCut(slice: Slice, $from: ResolvedPos, $to: ResolvedPos): boolean {
  const { content, openStart, openEnd } = slice
  const goesOn = openEnd === 1 && content.lastChild?.type.name === 'paragraph'
  return (
    matches(content, openStart, $from, ({ firstChild }) => firstChild) &&
    (goesOn || matches(content, openEnd, $to, ({ lastChild }) => lastChild))
  )
}

function matches(
  content: Fragment,
  open: number,
  $end: ResolvedPos,
  edgeOf: (fragment: Fragment) => Node | null,
): boolean {
  if (open === 0 || open > $end.depth) return false
  let fragment = content
  for (let depth = $end.depth - open + 1; depth <= $end.depth; depth += 1) {
    const edge = edgeOf(fragment)
    if (edge?.type !== $end.node(depth).type) return false
    fragment = edge.content
  }
  return true
}

/** Puts the caret behind the block that ends at `pos`, or at the end of its last line. */
function putCaretBehind(tr: Transaction, pos: number, last: Node | undefined): Transaction {
  const $pos = tr.doc.resolve(pos)
  const before = Selection.findFrom($pos, -1, true)
  const after = Selection.findFrom($pos, 1, true)
  // A divider or a protected part that is selected would be replaced by the next key.
  if (last?.isAtom) return tr.setSelection(after ?? new GapCursor($pos))
  const goesOn = last?.type.name === 'table' ? (after ?? before) : (before ?? after)
  return goesOn ? tr.setSelection(goesOn) : tr
}

/**
 * What is about to be pasted, such that its first paragraph keeps its direction and alignment where
 * it comes into an empty paragraph. Anywhere else, and without such attributes, its words go on in
 * the paragraph that is there. Throws nothing.
 */
function keepFirstBlock(slice: Slice, state: EditorState): Slice {
  const { $from, empty } = state.selection
  const { paragraph } = state.schema.nodes
  if (!empty || $from.parent.type !== paragraph || $from.parent.content.size > 0) return slice
  let first = slice.content.firstChild
  for (let depth = 1; depth < slice.openStart; depth += 1) first = first?.firstChild ?? null
  const hasOwn = first?.type === paragraph && Object.keys(readKept(first.attrs)).length > 0
  if (slice.openStart === 0 || !hasOwn) return slice
  return new Slice(slice.content, slice.openStart - 1, slice.openEnd)
}

/** The words of blocks, a line each, for code. */
function linesOf(blocks: readonly Node[]): string {
  const { size } = Fragment.from(blocks)
  return Fragment.from(blocks).textBetween(0, size, '\n', ({ type }) =>
    type.name === 'hardBreak' ? '\n' : '',
  )
}

/** The lines of blocks as a single one with line breaks, for where no block may stand. */
function inOneLine(blocks: readonly Node[]): Slice {
  const line: Node[] = []
  Fragment.from(blocks).descendants((node) => {
    if (!node.isTextblock) return true
    const lineBreak = node.type.schema.nodes['hardBreak']
    if (line.length > 0 && lineBreak) line.push(lineBreak.create())
    line.push(...node.children)
    return false
  })
  return new Slice(Fragment.from(line), 0, 0)
}
