import type { Block } from '#html/live-source.ts'
import type { MarkPlaceholders } from './placeholder-marks.ts'
import { showableBlock, type Treatment } from './showable-block.ts'

/**
 * Shows blocks in `root`, which may belong to another document. Returns the way to show the next
 * list: blocks that are the same objects as before keep their nodes, the others are cleaned, treated
 * and put in their place. Blocks get no elements of their own, so that the text's own structure is
 * styled.
 */
export function createBlockPainter(root: Element, treatment: Treatment, mark: MarkPlaceholders) {
  const markIn = (nodes: readonly ChildNode[]) => {
    try {
      return mark(nodes)
    } catch {
      // The words are shown, with or without marks in them.
      return () => {}
    }
  }
  let shown: readonly { block: Block; nodes: readonly ChildNode[]; unmark: () => void }[] = []

  return (blocks: readonly Block[]) => {
    let start = 0
    while (start < blocks.length && blocks[start] === shown[start]?.block) start += 1
    let kept = 0
    const most = Math.min(blocks.length, shown.length) - start
    while (kept < most && blocks.at(-1 - kept) === shown.at(-1 - kept)?.block) kept += 1

    for (const { nodes, unmark } of shown.slice(start, shown.length - kept)) {
      unmark()
      for (const node of nodes) node.remove()
    }
    const behind = shown.slice(shown.length - kept)
    const anchor = behind.find(({ nodes }) => nodes.length > 0)?.nodes[0] ?? null
    const fresh = blocks.slice(start, blocks.length - kept).map((block) => {
      const fragment = root.ownerDocument.importNode(showableBlock(block, treatment), true)
      const nodes = [...fragment.childNodes]
      root.insertBefore(fragment, anchor)
      return { block, nodes, unmark: markIn(nodes) }
    })
    shown = [...shown.slice(0, start), ...fresh, ...behind]
  }
}
