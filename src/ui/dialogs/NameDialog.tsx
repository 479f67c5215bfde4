import { useId, useState, type FormEvent } from 'react'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Dialog } from './Dialog.tsx'
import { hasFirstFocus } from './dialog-focus.ts'
import { Field } from '#ui/forms/Field.tsx'

const LONGEST = 120

type NameDialogProps = {
  title: string
  /** What the button says. */
  action: string
  name: string
  /** Keeps the name; the dialog stays with a message when that fails. */
  onName: (name: string) => Promise<unknown>
  onClose: () => void
}

/** Asks what something is called, or is to be called. */
export function NameDialog({ title, action, name, onName, onClose }: NameDialogProps) {
  const id = useId()
  const [value, setValue] = useState(name)
  const [error, setError] = useState<string>()

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() === '') {
      setError('Enter a name.')
      return
    }
    try {
      await onName(value.trim())
      onClose()
    } catch {
      setError('It could not be saved: this browser’s storage is full or blocked.')
    }
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={`${id}-form`}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate onSubmit={(event) => void save(event)}>
        <Field id={id} label="Name" error={error}>
          <input
            ref={hasFirstFocus}
            id={id}
            className={control.control}
            value={value}
            maxLength={LONGEST}
            autoComplete="off"
            aria-invalid={error !== undefined}
            aria-describedby={error && `${id}-error`}
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
