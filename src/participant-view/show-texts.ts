import { blocksOfHtml, type LiveSource, type LiveText } from '#html/live-source.ts'
import { createBlockPainter } from './block-painter.ts'
import type { ParticipantTexts } from './participant-texts.ts'
import { createPlaceholderMarks, type MarkPlaceholders } from './placeholder-marks.ts'
import type { Treatment } from './showable-block.ts'

/** Shown in the place of a text that is still to be written. */
const samples = {
  title: 'The task title will be here',
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
