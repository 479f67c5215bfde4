import type { Backend } from '#contract/app-config.ts'
import { DatasetField } from './DatasetField.tsx'
import type { DraftForm } from './form-fields.ts'
import { HtmlField } from './HtmlField.tsx'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { QuestionsField } from '#screens/write/questions/QuestionsField.tsx'
import { SwitchField } from './SwitchField.tsx'
import { TextField } from './TextField.tsx'
import { WorkspaceField } from './WorkspaceField.tsx'
import { useId, type ReactNode } from 'react'
import styles from './WriteFields.module.css'

const suggestions = new WeakMap<DraftForm['control'], string>()

type WriteFieldsProps = {
  draft: Draft
  backend: Backend | undefined
  /** What is stored has not arrived yet. */
  waiting: boolean
}

/** The fields in the order people think: what is read, what is asked, and what only the team sees. */
export function WriteFields({ draft, backend, waiting }: WriteFieldsProps) {
  const { form, title } = draft
  const titleRegistration = form.register('taskTitle', {
    onChange: (event: { target: { value: string } }) => {
      title.set(event.target.value)
      suggestName(form, event.target.value)
    },
  })
  return (
    <>
      <Group title="What participants read">
        <TextField
          form={form}
          name="taskTitle"
          registration={titleRegistration}
          help="Participants see this as the heading."
        />
        <HtmlField
          draft={draft}
          name="introduction"
          help="What the task is about, how long it takes and whom to contact."
          waiting={waiting}
          moveOnTo="steps"
        />
        <HtmlField
          draft={draft}
          name="steps"
          help="What to do, in order. A numbered list works best."
          waiting={waiting}
        />
      </Group>
      <Group title="Questions and data">
        <DatasetField draft={draft} backend={backend} />
        <SwitchField
          form={form}
          name="autoSync"
          help="Rows added to the dataset later become tasks in this batch automatically."
        />
        <p>
          Participants answer questions about each item of your dataset. Questions are separate from
          the text above.
        </p>
        <QuestionsField draft={draft} backend={backend} />
      </Group>
      <Group title="For your team">
        <TextField
          form={form}
          name="batchName"
          registration={form.register('batchName')}
          help="Only your team sees this."
        />
        <WorkspaceField form={form} backend={backend} />
      </Group>
    </>
  )
}

/**
 * Suggests the task title as the batch name, for as long as nobody has written another one: a name that
 * is empty or still the last suggestion follows the title.
 */
function suggestName(form: DraftForm, title: string) {
  const name = form.getValues('batchName')
  if (name !== '' && name !== suggestions.get(form.control)) return
  suggestions.set(form.control, title)
  form.setValue('batchName', title, { shouldDirty: false })
}

/** A titled part of the form. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
