import { useRef, type KeyboardEvent } from 'react'
import type { Place } from '#contract/place.ts'
import { DropCurtain } from '#intake/DropCurtain.tsx'
import { isClean } from '#intake/is-clean.ts'
import { Outcome } from '#intake/Outcome.tsx'
import { useFileDrop } from '#intake/use-file-drop.ts'
import { useIntake } from '#intake/use-intake.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Field } from '#ui/Field.tsx'
import styles from './ImportPage.module.css'

const id = 'import-text'

/** `/<place>/import`: what somebody already has becomes new drafts. */
export function ImportPage({ place }: { place: Place }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const { isReading, taken, takeText, takeFiles } = useIntake(place)
  const isOver = useFileDrop((dropped) => void takeFiles(dropped))

  const read = async () => {
    const outcome = await takeText(area.current?.value ?? '')
    // What became a draft may have had a token in it; what is to be mended or compared stays.
    if (area.current && outcome?.every(isClean)) area.current.value = ''
  }
  const readByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    void read()
  }

  return (
    <main className={styles.page}>
      <title>Import – Batch Composer</title>
      {isOver && <DropCurtain />}
      <h1>Start from something you have</h1>
      <p className={styles.lead}>
        Paste a request, a command, a program or an answer of the API, or choose files that were
        exported here. Each task becomes a new draft; the drafts you have stay as they are.
      </p>
      <p role="status" className="visually-hidden">
        {isReading ? 'Reading…' : ''}
      </p>
      {taken && <Outcome taken={taken} place={place} />}
      <form
        className={styles.form}
        aria-busy={isReading}
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <Field
          id={id}
          label="Request, command or program"
          help={
            <p>
              JSON, <code>curl</code>, <code>prolific … batch create</code>, Python, JavaScript. It
              is read, never run, and not kept. A token in it is dropped.
            </p>
          }
        >
          <textarea
            ref={area}
            id={id}
            className={`${control.control} ${styles.text}`}
            rows={12}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-describedby={`${id}-help`}
            onKeyDown={readByKey}
          />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" kind="primary" aria-disabled={isReading}>
            Make a draft
          </Button>
          <Button onClick={() => files.current?.click()} aria-disabled={isReading}>
            Choose files…
          </Button>
          <span className={styles.drop}>or drop files anywhere on this page</span>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            aria-label="Files to import"
            accept=".json,.yaml,.yml,.txt,.sh,.ps1,.bat,.py,.js,.ts,.http,application/json"
            onChange={({ currentTarget }) => {
              void takeFiles([...(currentTarget.files ?? [])])
              // The same file can be chosen again once it was mended.
              currentTarget.value = ''
            }}
          />
        </div>
      </form>
    </main>
  )
}
