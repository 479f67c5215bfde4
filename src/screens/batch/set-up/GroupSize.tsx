import type { UseFormReturn } from 'react-hook-form'
import control from '#ui/control.module.css'
import { hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import type { SetUpForm } from './set-up-form.ts'
import styles from './SetUpQuestion.module.css'

type GroupSizeProps = {
  form: UseFormReturn<SetUpForm>
  /** How many groups that makes. */
  outcome: string
  refused: readonly string[] | undefined
}

const id = 'set-up-group-size'

/** How many items one participant gets, and how many groups that makes. */
export function GroupSize({ form, outcome, refused }: GroupSizeProps) {
  const error = form.formState.errors.tasks_per_group?.message ?? refused?.join(' ')

  const { ref, ...field } = form.register('tasks_per_group', { valueAsNumber: true })

  return (
    <Field
      id={id}
      label="Items per participant"
      error={error}
      help={<p aria-live="polite">{outcome}</p>}
    >
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        step={1}
        className={`${control.control} ${styles.size}`}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { error: error !== undefined, help: true })}
        {...field}
        ref={(input) => {
          hasFirstFocus(input)
          ref(input)
        }}
      />
    </Field>
  )
}
