import {
  blocksOfHtml,
  type LiveSource,
  type LiveText,
  type Block,
} from '#html/parse/live-source.ts'
import type { ParticipantTexts } from '#preview/participant-texts.ts'
import { createPlaceholderMarks, type MarkPlaceholders } from './placeholder-marks.ts'
import { type Treatment, showableBlock } from '#html/show/showable-block.ts'

/** Shown in the place of a text that is still to be written. */
const samples = {
  title: 'The task title will appear here',
  introduction: 'Your introduction will appear here as you write it.',
  steps: 'Your steps will appear here, below the introduction.',
}

/**
 * Fills `page`, the document of `public/preview.html`, and follows the texts that are being written:
 * they tell of changes from within an animation frame, so the page is up to date in that frame.
 * Returns how to stop; does nothing in any other document.
 */
export function showTexts(
  page: Document,
  { title, introduction, steps }: ParticipantTexts,
  treatment: Treatment,
): () => void {
  const mark = createPlaceholderMarks(page)
  const painter = (root: HTMLElement) => createBlockPainter(root, treatment, mark)
  const stops = [
    showTitle(page.getElementById('title'), title, mark),
    showHtml(page.getElementById('introduction'), introduction, samples.introduction, painter),
    showHtml(page.getElementById('steps'), steps, samples.steps, painter),
  ]
  return () => {
    for (const stop of stops) stop?.()
  }
}

function showTitle(root: HTMLElement | null, title: LiveText | string, mark: MarkPlaceholders) {
  if (!root) return
  let unmark: (() => void) | undefined
  const show = (words: string) => {
    unmark?.()
    root.textContent = words
    unmark = mark([root])
  }
  if (typeof title === 'string') {
    show(title)
    return
  }
  root.dataset['sample'] = samples.title
  show(title.getText())
  return title.subscribe(() => show(title.getText()))
}

function showHtml(
  root: HTMLElement | null,
  text: LiveSource | string,
  sample: string,
  painter: (root: HTMLElement) => ReturnType<typeof createBlockPainter>,
) {
  if (!root) return
  root.replaceChildren()
  const paint = painter(root)
  if (typeof text === 'string') {
    paint(blocksOfHtml(text))
    return
  }
  root.dataset['sample'] = sample
  const show = () => paint(text.getBlocks())
  show()
  return text.subscribe(show)
}

/**
 * Shows blocks in `root`, which may belong to another document. Returns the way to show the next
 * list: blocks that are the same objects as before keep their nodes, the others are cleaned, treated
 * and put in their place. Blocks get no elements of their own, so that the text's own structure is
 * styled.
 */
function createBlockPainter(root: Element, treatment: Treatment, mark: MarkPlaceholders) {
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
