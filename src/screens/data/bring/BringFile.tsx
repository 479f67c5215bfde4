import { useId, useRef } from 'react'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Field } from '#ui/forms/Field.tsx'
import styles from './BringFile.module.css'

type BringFileProps = { onFile: (file: Blob, name: string) => void }

/** What pasted cells are called as a file. */
const PASTED = 'Pasted cells.tsv'

/** The ways to bring a spreadsheet: a file, a drop, cells that were copied. */
export function BringFile({ onFile }: BringFileProps) {
  const cells = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const take = (text: string) => {
    if (text.trim() === '') return cells.current?.focus()
    onFile(new Blob([text], { type: 'text/tab-separated-values' }), PASTED)
  }
  return (
    <div className={styles.bring}>
      <div className={styles.file}>
        <h2>Bring a spreadsheet</h2>
        <p>
          Each row becomes one item that participants judge. The columns can be shown to them in
          your questions.
        </p>
        <ChooseFile kind="primary" label="Choose a spreadsheet…" onFile={onFile} />
        <p className={styles.quiet}>
          Or drop one anywhere on this page. Excel (.xlsx), CSV, TSV, JSON or JSON Lines. It is read
          in this browser and goes nowhere until you say so.
        </p>
      </div>
      <form
        className={styles.cells}
        onSubmit={(event) => {
          event.preventDefault()
          take(cells.current?.value ?? '')
        }}
      >
        <Field
          id={id}
          label="Or paste cells"
          help={<p>Copy them in Excel, Google Sheets or Numbers, with the headings.</p>}
        >
          <textarea
            ref={cells}
            id={id}
            className={`${control.control} ${styles.text}`}
            rows={5}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={`${id}-help`}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain')
              if (!text.includes('\t') || !text.trim().includes('\n')) return
              event.preventDefault()
              take(text)
            }}
          />
        </Field>
        <Button type="submit">Read the cells</Button>
      </form>
    </div>
  )
}

type ChooseFileProps = BringFileProps & { label: string; kind?: 'primary' | 'secondary' | 'quiet' }

/** A button that asks for one spreadsheet. */
export function ChooseFile({ label, kind = 'secondary', onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={kind} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".xlsx,.csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/tab-separated-values"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file, file.name)
          // The same file can be chosen again once it was fixed.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
