import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { isQuestion } from '#contract/questions/question-item.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import type { Backend } from '#contract/app-config.ts'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { labelOf } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { describedBy } from '#ui/forms/Field.tsx'
import { fieldId, type DraftForm } from './form-fields.ts'
import styles from './QuestionsField.module.css'
import { readQuestions } from '#contract/questions/written-questions.ts'
import { useHydrated } from './use-hydrated.ts'

type QuestionsFieldProps = {
  form: DraftForm
  backend: Backend | undefined
  /** Replaces what is written, with the state before it in the history. */
  change: (apply: () => void) => void
}

const id = fieldId('questions')

/** What the sample shows of each item: a dataset without this field does not fit it. */
const SAMPLE_FIELD = 'review'
const SAMPLE = JSON.stringify(sampleBatchItems, null, 2)

/**
 * The questions as the API's own `batch_items`, written as JSON: folded away, for people who have such
 * a layout already.
 */
export function QuestionsField({ form, backend, change }: QuestionsFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'questions' })
  const { invalid } = fieldState
  const [open, setOpen] = useState(false)
  const [wasInvalid, setWasInvalid] = useState(false)
  // A fault opens it. It stays open once it is mended: somebody is in it.
  if (invalid !== wasInvalid) {
    setWasInvalid(invalid)
    if (invalid) setOpen(true)
  }
  // The page as built knows of no restored draft.
  const text = useHydrated() ? field.value : ''
  const { problems } = readQuestions(invalid ? field.value : '')
  const serverError = fieldState.error?.type === 'server' ? fieldState.error.message : undefined
  const listed = serverError === undefined ? problems : [serverError]

  /** What the sample took the place of. */
  const [replaced, setReplaced] = useState<string | null>(null)
  const put = (questions: string) => {
    change(() => form.setValue('questions', questions, { shouldDirty: true }))
    form.clearErrors('questions')
  }
  const insertSample = () => {
    if (field.value === SAMPLE) return
    setReplaced(field.value)
    put(SAMPLE)
  }
  const isSample = replaced !== null && field.value === SAMPLE

  return (
    <details
      className={styles.questions}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.name}>{labelOf('questions')}</span>{' '}
        <span className={styles.state}>{summaryOf(text)}</span>
      </summary>
      <div className={styles.body}>
        <p id={`${id}-help`} className={styles.help}>
          What participants are asked about each item, as the API’s <code>batch_items</code> in
          JSON. A batch without questions cannot be set up. You can also add them in Prolific later.
        </p>
        <textarea
          {...field}
          value={text}
          id={id}
          className={`${control.control} ${styles.json}`}
          rows={12}
          spellCheck={false}
          aria-label={labelOf('questions')}
          aria-invalid={invalid}
          aria-describedby={describedBy(id, { error: invalid, help: true })}
        />
        {invalid && (
          <ul id={`${id}-error`} className={styles.problems}>
            {listed.map((problem) => (
              <li key={problem}>
                <CircleAlert aria-hidden size={16} />
                {problem}
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button onClick={insertSample}>Insert sample questions</Button>
          <div role="status" className={styles.help}>
            {isSample && (
              <>
                {replaced.trim() === ''
                  ? 'The sample questions were added.'
                  : 'The sample questions replaced yours. You can find yours in History.'}{' '}
                <Button
                  kind="quiet"
                  onClick={() => {
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
      </div>
    </details>
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

function summaryOf(text: string) {
  if (text.trim() === '') return 'None yet'
  const { items } = readQuestions(text)
  if (!items) return 'Not valid yet'
  const pages = items.length === 1 ? '1 page' : `${items.length} pages`
  const count = layoutItems(items).filter(
    ({ type }) => typeof type === 'string' && isQuestion({ type }),
  ).length
  return `${count === 1 ? '1 question' : `${count} questions`} on ${pages}`
}
