import { useImperativeHandle, useRef, useState } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { isQuestion } from '#contract/questions/question-item.ts'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import type { Backend } from '#contract/app-config.ts'
import { layoutItems } from '#contract/questions/layout-items.ts'
import { labelOf } from '#drafts/fields.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { describedBy } from '#ui/forms/Field.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { fieldId, type DraftForm } from './form-fields.ts'
import { PlainQuestions } from './PlainQuestions.tsx'
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

const loadBuilder = () =>
  import('#questions/builder/QuestionBuilder.tsx').then((module) => module.QuestionBuilder)

/** What the sample shows of each item: a dataset without this field does not fit it. */
const SAMPLE_FIELD = 'review'
const SAMPLE = JSON.stringify(sampleBatchItems, null, 2)

/** The questions: their value in the form is the API's own `batch_items` as JSON. */
export function QuestionsField({ form, backend, change }: QuestionsFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'questions' })
  const { invalid } = fieldState
  const datasetId = useWatch({ control: form.control, name: 'datasetId' })
  const [open, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  if (open && !wasOpen) setWasOpen(true)
  const [wasInvalid, setWasInvalid] = useState(false)
  // A fault opens it. It stays open once it is fixed: somebody is in it.
  if (invalid !== wasInvalid) {
    setWasInvalid(invalid)
    if (invalid) setOpen(true)
  }
  // The page as built knows of no restored draft.
  const text = useHydrated() ? field.value : ''
  const refused = fieldState.error?.type === 'server' ? (fieldState.error.message ?? '') : ''

  const builder = useRef<{ focus: () => void }>(null)
  const wantsFocus = useRef(false)
  useImperativeHandle(
    field.ref,
    () => ({
      // The builder comes when it is opened, and that may be what the focus is asked for.
      focus: () => {
        wantsFocus.current = builder.current === null
        builder.current?.focus()
      },
    }),
    [],
  )
  const takeBuilder = (shown: { focus: () => void } | null) => {
    builder.current = shown
    if (shown && wantsFocus.current) shown.focus()
    if (shown) wantsFocus.current = false
  }

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
      <div className={styles.body} id={id}>
        <p id={`${id}-help`} className={styles.help}>
          What participants are asked about each item. A batch without questions cannot be set up.
          You can also add them in Prolific later.
        </p>
        {wasOpen && (
          <Later
            load={loadBuilder}
            name="the questions"
            waiting={<Skeleton label="Loading the questions" height={200} />}
            renderFailed={(notice) => (
              <>
                {notice}
                <PlainQuestions
                  id={id}
                  label={labelOf('questions')}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  invalid={invalid}
                  refused={refused}
                  ref={takeBuilder}
                />
              </>
            )}
          >
            {(QuestionBuilder) => (
              <QuestionBuilder
                id={id}
                label={labelOf('questions')}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                columns={columnsOf(backend, datasetId)}
                invalid={invalid}
                refused={refused}
                describedBy={describedBy(id, { help: true })}
                starts={
                  backend && (
                    <LinkButton kind="quiet" href={`/${backend.place}/templates`}>
                      or start from a template
                    </LinkButton>
                  )
                }
                ref={takeBuilder}
              />
            )}
          </Later>
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

/** The columns of a dataset that is known; null where it has none, undefined where it is not known. */
function columnsOf(backend: Backend | undefined, datasetId: string) {
  const dataset = backend?.datasets.find((one) => one.id === datasetId)
  return dataset && (dataset.fields ?? null)
}

function summaryOf(text: string) {
  if (text.trim() === '') return 'None yet'
  const { items } = readQuestions(text)
  if (!items) return 'Not complete yet'
  const pages = items.length === 1 ? '1 page' : `${items.length} pages`
  const count = layoutItems(items).filter(
    ({ type }) => typeof type === 'string' && isQuestion({ type }),
  ).length
  return `${count === 1 ? '1 question' : `${count} questions`} on ${pages}`
}
