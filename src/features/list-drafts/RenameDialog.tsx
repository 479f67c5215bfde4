import { useId, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { hasFirstFocus } from '#ui/dialog-focus.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Field } from '#ui/Field.tsx'

type RenameDialogProps = {
  name: string
  /** What the draft goes by when it has no name of its own. */
  otherwise: string
  onRename: (name: string) => void
  onClose: () => void
}

/** Asks what a draft is to be called in this browser. */
export function RenameDialog({ name, otherwise, onRename, onClose }: RenameDialogProps) {
  const [text, setText] = useState(name)
  const form = useId()
  const field = useId()
  return (
    <Dialog
      title="Rename the draft"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            Rename
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          onRename(text.trim())
        }}
      >
        <Field
          id={field}
          label="Name of the draft"
          help={`Only you see it, in your drafts. Left empty, it goes by “${otherwise}”.`}
        >
          <input
            ref={hasFirstFocus}
            id={field}
            className={control.control}
            value={text}
            maxLength={200}
            autoComplete="off"
            aria-describedby={`${field}-help`}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
