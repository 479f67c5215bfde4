import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { putCaretBehind } from './caret-behind.ts'
import { composeBlocks, composeItems, isList, isParagraph, sizeOf, type Split } from './compose.ts'
import { inOneLine, linesOf } from './flat-blocks.ts'
import { keepFirstBlock } from './keep-first-block.ts'
import { isWithinLine, pastedBlocks, unwrapped } from './pasted-blocks.ts'
import { coveredBlocks, crossesTable, partLines } from './selected-lines.ts'

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
