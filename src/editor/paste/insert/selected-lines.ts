import { Fragment, Slice, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** Whether a selection begins or ends in a cell or caption that does not hold all of it. */
export function crossesTable($from: ResolvedPos, $to: ResolvedPos): boolean {
  const shared = $from.sharedDepth($to.pos)
  return [$from, $to].some(($end) => {
    for (let { depth } = $end; depth > shared; depth -= 1) {
      if ($end.node(depth).type.spec.isolating) return true
    }
    return false
  })
}

/** The blocks that are selected from the start of the first to the end of the last, if these can be replaced. */
export function coveredBlocks(
  $from: ResolvedPos,
  $to: ResolvedPos,
  blocks: Fragment,
): { from: number; to: number } | null {
  let depth = $from.sharedDepth($to.pos)
  let from = $from.before(depth + 1)
  let to = $to.after(depth + 1)
  const isCovered = $from.pos - from === $from.depth - depth && to - $to.pos === $to.depth - depth
  if (!isCovered) return null
  while (!$from.node(depth).canReplace($from.index(depth), $to.indexAfter(depth), blocks)) {
    const isWhole = depth > 0 && from === $from.start(depth) && to === $from.end(depth)
    if (!isWhole) return null
    from = $from.before(depth)
    to = $from.after(depth)
    depth -= 1
  }
  return { from, to }
}

/**
 * Deletes what is selected between two lines, but leaves both. Returns what is left of the second when
 * it `joins`, and takes that line away; a line of which nothing is left goes as well.
 */
export function partLines(
  tr: Transaction,
  $from: ResolvedPos,
  $to: ResolvedPos,
  joins: boolean,
): Fragment {
  const shared = $from.sharedDepth($to.pos)
  const content = emptyAt($from, shared).append(emptyAt($to, shared))
  const slice = new Slice(content, $from.depth - shared, $to.depth - shared)
  tr.step(new ReplaceStep($from.pos, $to.pos, slice))
  const $second = tr.doc.resolve($from.pos + $from.depth + $to.depth - 2 * shared)
  const { parent } = $second
  const isBeside = $from.depth === shared + 1 && $to.depth === shared + 1
  const isTaken = joins && isBeside && parent.type.name === 'paragraph'
  if (isTaken) tr.delete($second.before(), $second.after())
  else if (parent.content.size === 0) tr.deleteRange($second.before(), $second.after())
  return isTaken ? parent.content : Fragment.empty
}

/** The nodes around a position below a depth, without anything else in them. */
function emptyAt($at: ResolvedPos, shared: number): Fragment {
  let content = Fragment.empty
  for (let { depth } = $at; depth > shared; depth -= 1) {
    content = Fragment.from($at.node(depth).copy(content))
  }
  return content
}
