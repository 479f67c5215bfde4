import type { Editor } from '@tiptap/core'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { focusRefused, hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { useOnce } from '#ui/use-once.ts'
import { insertTable } from './insert-table.ts'
import { loadTableEditing } from './load-table-editing.ts'
import styles from './TableDialog.module.css'

type TableDialogProps = { editor: Editor; onClose: () => void }

const MOST_ROWS = 100
const MOST_COLUMNS = 20

/** Asks how large a table is to be and puts it at the caret. */
export function TableDialog({ editor, onClose }: TableDialogProps) {
  const [rows, setRows] = useState('3')
  const [columns, setColumns] = useState('3')
  const [header, setHeader] = useState(true)
  const [pressed, setPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { once } = useOnce()
  const size = { rows: within(rows, MOST_ROWS), columns: within(columns, MOST_COLUMNS) }

  const close = () => {
    onClose()
    // After the dialog has given the focus back to the toolbar, the writing goes on in the text.
    requestAnimationFrame(() => editor.isDestroyed || editor.view.focus())
  }
  const insert = async () => {
    flushSync(() => setPressed(true))
    focusRefused(box.current)
    const { rows: rowCount, columns: columnCount } = size
    if (rowCount === null || columnCount === null) return
    await once(async () => {
      // Before the first key in the table: Tab would leave it.
      await loadTableEditing(editor)
      if (editor.isDestroyed) return
      insertTable(editor, { rows: rowCount, columns: columnCount, header })
      close()
    })
  }
  const insertOnEnter = (event: KeyboardEvent) => {
    // The form around the editor must not take the keys of this dialog.
    event.stopPropagation()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void insert()
  }

  return (
    <div ref={box} onKeyDown={insertOnEnter} role="presentation">
      <Dialog
        title="Add a table"
        onClose={close}
        actions={
          <>
            <Button kind="primary" onClick={insert}>
              Add table
            </Button>
            <Button kind="quiet" onClick={close}>
              Cancel
            </Button>
          </>
        }
      >
        <div className={styles.size}>
          <NumberField
            label="Rows"
            hasFocus
            most={MOST_ROWS}
            value={rows}
            refused={pressed && size.rows === null}
            onChange={setRows}
          />
          <NumberField
            label="Columns"
            most={MOST_COLUMNS}
            value={columns}
            refused={pressed && size.columns === null}
            onChange={setColumns}
          />
        </div>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={header}
            onChange={({ target }) => setHeader(target.checked)}
          />
          The first row names the columns
        </label>
        <p className={styles.note}>
          Tables may disappear in Prolific: its published list of formatting does not include them.
          On phones, tables with few columns are easiest to read.
        </p>
      </Dialog>
    </div>
  )
}

type NumberFieldProps = {
  label: string
  /** Where the focus starts. */
  hasFocus?: boolean
  most: number
  value: string
  refused: boolean
  onChange: (value: string) => void
}

function NumberField({
  label,
  hasFocus = false,
  most,
  value,
  refused,
  onChange,
}: NumberFieldProps) {
  const id = useId()
  return (
    <Field
      id={id}
      label={label}
      error={refused ? `${label}: enter a number from 1 to ${most}.` : undefined}
    >
      <input
        ref={hasFocus ? hasFirstFocus : null}
        id={id}
        className={control.control}
        type="number"
        min={1}
        max={most}
        aria-invalid={refused}
        aria-describedby={describedBy(id, { error: refused, help: false })}
        value={value}
        // What is typed first replaces the suggestion.
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}

/** The whole number that was typed, or null when it is none from 1 to `most`. */
function within(typed: string, most: number): number | null {
  const number = Number(typed)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null
}
