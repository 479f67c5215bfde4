import { useImperativeHandle, useRef } from 'react'
import { useController } from 'react-hook-form'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import { useHelpLink } from '#help/help-links.ts'
import { LinkButton } from '#ui/Button.tsx'
import { describedBy } from '#ui/forms/Field.tsx'
import { useOpenOnFault } from '#ui/forms/use-open-on-fault.ts'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { useColumns, type Draft } from '#screens/write/draft/use-draft.ts'
import { fieldId } from '#screens/write/fields/form-fields.ts'
import { PlainQuestions } from './PlainQuestions.tsx'
import styles from './QuestionsField.module.css'
import { useHydrated } from '#screens/write/fields/use-hydrated.ts'

type QuestionsFieldProps = {
  draft: Pick<Draft, 'form' | 'columns' | 'wantedCard'> & {
    /** Replaces what is written, with the state before it in the history. */
    change: (apply: () => void) => void
  }
  backend: Backend | undefined
}

type Focusable = { focus: (at?: ItemAddress | null) => void }

const id = fieldId('questions')

const loadBuilder = () =>
  import('#questions/builder/QuestionBuilder.tsx').then((module) => module.QuestionBuilder)

const loadSample = async () => (await import('./SampleQuestions.tsx')).SampleQuestions
const loadCount = async () =>
  (await import('#contract/questions/count-questions.ts')).countQuestions

/** The questions: their value in the form is the API's own `batch_items` as JSON. */
export function QuestionsField({ draft, backend }: QuestionsFieldProps) {
  const { form, change, wantedCard } = draft
  const columns = useColumns(draft)
  const helpLink = useHelpLink()
  const { field, fieldState } = useController({ control: form.control, name: 'questions' })
  const { invalid } = fieldState
  const { isOpen, setOpen, wasOpen } = useOpenOnFault(invalid)
  // The page as built knows of no restored draft.
  const text = useHydrated() ? field.value : ''
  const count = useChunk(loadCount)
  const refused = fieldState.error?.type === 'server' ? (fieldState.error.message ?? '') : ''

  const builder = useRef<Focusable>(null)
  const wantsFocus = useRef(false)
  useImperativeHandle(
    field.ref,
    () => ({
      // The builder comes when it is opened, and that may be what the focus is asked for.
      focus: () => {
        wantsFocus.current = builder.current === null
        if (builder.current) focusWanted(builder.current, wantedCard)
      },
    }),
    [wantedCard],
  )
  const takeBuilder = (shown: Focusable | null) => {
    builder.current = shown
    if (shown && wantsFocus.current) focusWanted(shown, wantedCard)
    if (shown) wantsFocus.current = false
  }

  return (
    <details
      className={styles.questions}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.name}>{labelOf('questions')}</span>{' '}
        <span className={styles.state}>{count.state === 'ready' ? count.value(text) : ''}</span>
      </summary>
      <div className={styles.body} id={id}>
        <p id={`${id}-help`} className={styles.help}>
          What participants are asked about each item. A batch without questions cannot be set up.
          You can also add them in Prolific later.{' '}
          <a className={styles.link} {...helpLink({ page: 'questions', anchor: '' })}>
            Help with questions
          </a>
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
                  error={fieldState.error?.message}
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
                columns={columns}
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
        {wasOpen && (
          <Later load={loadSample} name="the sample questions">
            {(SampleQuestions) => (
              <SampleQuestions form={form} backend={backend} value={field.value} change={change} />
            )}
          </Later>
        )}
      </div>
    </details>
  )
}

/** Gives the focus to the questions: to the card that was asked for, once. */
function focusWanted(questions: Focusable, wantedCard: Draft['wantedCard']) {
  const at = wantedCard.get()
  wantedCard.set(null)
  questions.focus(at)
}
