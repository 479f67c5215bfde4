import { useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import type { Backend } from '#contract/app-config.ts'
import { Button } from '#ui/Button.tsx'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import styles from './QuestionsField.module.css'

/** What the sample shows of each item: a dataset without this field does not fit it. */
const SAMPLE_FIELD = 'review'
const SAMPLE = JSON.stringify(sampleBatchItems, null, 2)

type SampleQuestionsProps = {
  form: DraftForm
  backend: Backend | undefined
  value: string
  /** Replaces what is written, with the state before it in the history. */
  change: (apply: () => void) => void
}

/** Without a word of somebody's own: what stays when every card was deleted is none either. */
const NO_QUESTIONS = /^\s*(?:\[\s*\])?\s*$/

/** Where there are no questions: fills in two to look at, which can be taken out again. */
export function SampleQuestions({ form, backend, value, change }: SampleQuestionsProps) {
  /** What the sample took the place of. */
  const [replaced, setReplaced] = useState<string | null>(null)
  const put = (questions: string) => {
    change(() => form.setValue('questions', questions, { shouldDirty: true }))
    form.clearErrors('questions')
  }
  const insert = () => {
    takeFocus.current = true
    setReplaced(value)
    put(SAMPLE)
  }
  /** The button that was pressed is gone; what stands in its place gets the focus. */
  const takeFocus = useRef(false)
  const focusOnce = (button: HTMLButtonElement | null) => {
    if (!takeFocus.current) return
    button?.focus()
    takeFocus.current = button === null
  }
  return (
    <div>
      {NO_QUESTIONS.test(value) && (
        <Button ref={focusOnce} onClick={insert}>
          Insert sample questions
        </Button>
      )}
      <div role="status" className={styles.help}>
        {replaced !== null && value === SAMPLE && (
          <>
            The sample questions were added.{' '}
            <Button
              kind="quiet"
              ref={focusOnce}
              onClick={() => {
                takeFocus.current = true
                setReplaced(null)
                put(replaced)
              }}
            >
              Undo
            </Button>
            <SampleDataset form={form} backend={backend} />
          </>
        )}
      </div>
    </div>
  )
}

type SampleDatasetProps = { form: DraftForm; backend: Backend | undefined }

/** Which dataset the sample asks about, where another one is chosen. */
function SampleDataset({ form, backend }: SampleDatasetProps) {
  const datasetId = useWatch({ control: form.control, name: 'datasetId' })
  const fitting = backend?.datasets.filter(({ fields }) => fields?.includes(SAMPLE_FIELD)) ?? []
  const [first] = fitting
  if (!first || fitting.some(({ id: fit }) => fit === datasetId)) return null
  return (
    <p>
      They ask about the field “{SAMPLE_FIELD}”, which the chosen dataset may not have.{' '}
      <Button
        kind="quiet"
        onClick={() => form.setValue('datasetId', first.id, { shouldDirty: true })}
      >
        Choose “{first.name}”
      </Button>
    </p>
  )
}
