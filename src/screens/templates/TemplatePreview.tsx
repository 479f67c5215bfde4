import { useMemo } from 'react'
import { useItemRows } from '#api/datasets/use-item-rows.ts'
import type { Backend } from '#contract/app-config.ts'
import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { readingTime } from '#html/words/reading-time.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { PreviewFacts } from './PreviewFacts.tsx'
import type { TemplateChoice } from './template-choice.ts'
import styles from './TemplatePreview.module.css'

type TemplatePreviewProps = {
  choice: TemplateChoice
  backend: Backend
  onUse: () => void
  onClose: () => void
}

/** What participants would read, before anything is chosen. */
export function TemplatePreview({ choice, backend, onUse, onClose }: TemplatePreviewProps) {
  const { taskTitle, introduction, steps, keeps } = choice.texts
  const questions = useMemo(() => valueOfWritten(choice.texts.questions), [choice])
  const fitting = backend.datasets.find((dataset) =>
    choice.fields.every((field) => dataset.fields?.includes(field)),
  )
  const rows = useItemRows(backend, choice.texts.datasetId.trim() || (fitting?.id ?? ''))
  const { words, minutes } = readingTime(`${introduction} ${steps}`)
  return (
    <Dialog
      title={choice.name}
      wide
      printed
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onUse}>
            Use this template
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      <p>
        {choice.description} {counted(words, 'word')}, about {counted(minutes, 'minute')} to read.
      </p>
      <div className={styles.columns}>
        <div className={styles.view}>
          <ParticipantView
            title={taskTitle}
            introduction={introduction}
            steps={steps}
            keeps={keeps}
            questions={questions}
            rows={rows}
          />
        </div>
        <PreviewFacts choice={choice} backend={backend} />
      </div>
    </Dialog>
  )
}
