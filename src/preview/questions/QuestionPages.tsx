import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { ViewNote } from '#preview/ViewNote.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import type { ShownQuestions } from './use-shown-questions.ts'

/** With the first questions: many texts have none yet. */
const loadPainter = () => import('./show-questions.ts')

type QuestionPagesProps = {
  /** The document in the frame. */
  page: Document
  shown: ShownQuestions
  imageHosts: readonly string[]
}

/** Puts the pages of questions into the frame, below the texts. */
export function QuestionPages({ page, shown, imageHosts }: QuestionPagesProps) {
  const chunk = useChunk(loadPainter)
  const painter = chunk.state === 'ready' ? chunk.value : null
  const { value: questions, items } = shown
  const { columns, total } = items
  const row = items.shown?.row ?? null
  const itemName = items.shown && total > 0 ? `Item ${items.shown.index + 1} of ${total}` : null

  // The page in the frame is another document, which React does not render.
  useEffect(() => painter?.openQuestions(page), [painter, page])

  // The same.
  useEffect(
    () => painter?.showQuestions(page, { questions, columns, row, itemName, imageHosts }),
    [painter, page, questions, columns, row, itemName, imageHosts],
  )

  if (chunk.state !== 'failed') return null
  return (
    <ViewNote
      tone="caution"
      icon={TriangleAlert}
      action={{ label: 'Try again', onPress: chunk.retry }}
    >
      The questions could not be loaded.
    </ViewNote>
  )
}
