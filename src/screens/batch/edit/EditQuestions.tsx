import { CircleAlert } from 'lucide-react'
import { useCallback, useImperativeHandle, useRef } from 'react'
import { useController } from 'react-hook-form'
import { useDatasetColumns } from '#api/datasets/use-dataset-columns.ts'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import { LinkButton } from '#ui/Button.tsx'
import { describedBy } from '#ui/forms/Field.tsx'
import { useOpenOnFault } from '#ui/forms/use-open-on-fault.ts'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import styles from './EditBatch.module.css'
import type { EditForm } from './use-edit-form.ts'

const loadBuilder = async () =>
  (await import('#questions/builder/QuestionBuilder.tsx')).QuestionBuilder
const loadCount = async () =>
  (await import('#contract/questions/count-questions.ts')).countQuestions

const id = 'edit-questions'

type EditQuestionsProps = {
  edit: EditForm
  backend: Backend
  /** '' while the batch has no dataset. */
  datasetId: string
  /** They are what somebody came for. */
  openAtFirst: boolean
}

/** The questions of a stored batch, in the builder of the form that creates one. */
export function EditQuestions({ edit, backend, datasetId, openAtFirst }: EditQuestionsProps) {
  const { field, fieldState } = useController({ control: edit.form.control, name: 'questions' })
  const { invalid, error } = fieldState
  const { onChange } = field
  const live = edit.questions
  const { isOpen, setOpen, wasOpen } = useOpenOnFault(invalid, openAtFirst)
  const columns = useDatasetColumns(backend, datasetId, wasOpen)
  const count = useChunk(loadCount)

  const change = useCallback(
    (questions: string) => {
      onChange(questions)
      live.set(questions)
    },
    [onChange, live],
  )
  const builder = useRef<{ focus: () => void }>(null)
  const wantsFocus = useRef(false)
  useImperativeHandle(field.ref, () => ({
    // The builder comes when it is opened, and that may be what the focus is asked for.
    focus: () => {
      wantsFocus.current = builder.current === null
      builder.current?.focus()
    },
  }))
  const takeBuilder = useCallback((shown: { focus: () => void } | null) => {
    builder.current = shown
    if (shown && wantsFocus.current) shown.focus()
    if (shown) wantsFocus.current = false
  }, [])

  return (
    <details
      className={styles.questions}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary ref={openAtFirst ? goTo : undefined} className={styles.summary}>
        <span className={styles.name}>{labelOf('questions')}</span>{' '}
        <span className={styles.count}>
          {count.state === 'ready' ? count.value(field.value) : ''}
        </span>
      </summary>
      <div className={styles.body}>
        <p id={`${id}-help`} className={styles.quiet}>
          What participants are asked about each item. After set-up, you cannot change the
          questions.{' '}
          <LinkButton kind="quiet" href="/help/questions">
            Help with questions
          </LinkButton>
        </p>
        {error && field.value.trim() === '' && (
          <p id={`${id}-error`} className={styles.error}>
            <CircleAlert aria-hidden size={16} />
            <span>{error.message}</span>
          </p>
        )}
        {wasOpen && (
          <Later
            load={loadBuilder}
            name="the questions"
            waiting={<Skeleton label="Loading the questions" height={200} />}
          >
            {(QuestionBuilder) => (
              <QuestionBuilder
                id={id}
                label={labelOf('questions')}
                value={field.value}
                onChange={change}
                onBlur={field.onBlur}
                columns={columns}
                invalid={invalid}
                refused={error?.type === 'server' ? (error.message ?? '') : ''}
                describedBy={describedBy(id, { help: true, error: error !== undefined })}
                starts={null}
                ref={takeBuilder}
              />
            )}
          </Later>
        )}
      </div>
    </details>
  )
}

/** The texts are above it, and the button that was pressed is gone. */
function goTo(summary: HTMLElement | null) {
  summary?.focus()
  summary?.parentElement?.scrollIntoView()
}
