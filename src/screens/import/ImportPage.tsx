import { useRef, type KeyboardEvent } from 'react'
import type { Environment } from '#contract/environment.ts'
import { DropCurtain } from '#import/DropImport.tsx'
import { isClean } from '#import/ImportNotice.tsx'
import { Outcome } from '#import/Outcome.tsx'
import type { ImportOutcome, Convert } from '#import/import-content.ts'
import { useFileDrop } from '#import/use-file-drop.ts'
import { useImport } from '#import/use-import.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Field } from '#ui/forms/Field.tsx'
import styles from './ImportPage.module.css'

/** Converts a text by the code of the editors, which is loaded only now. */
const convertSoon: Convert = async (text) => {
  try {
    const { introductionOf } = await import('./introduction-of.ts')
    return await introductionOf(text)
  } catch {
    const reason = 'The part that reads texts could not be loaded. Is the server still running?'
    return { html: '', says: [reason] }
  }
}

const id = 'import-text'

/** `/<place>/import`: what somebody already has becomes new drafts. */
export function ImportPage({ environment }: { environment: Environment }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const { isReading, taken, takeText, takeFiles, takeIntroduction } = useImport(environment)
  const isOver = useFileDrop((dropped) => void takeFiles(dropped))

  const read = async () => {
    const outcome = await takeText(area.current?.value ?? '')
    // What became a draft may have had a token in it; what is to be mended or compared stays.
    if (area.current && outcome?.every(isClean)) area.current.value = ''
  }
  const makeIntroduction = async (each: ImportOutcome) => {
    const outcome = await takeIntroduction(each, convertSoon)
    // A text from a file leaves alone what was written in the box since.
    if (each.from === '' && area.current && outcome?.every(isClean)) area.current.value = ''
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
        Choose Word documents and other texts, or paste a text: it can become the introduction of a
        draft. Files that were exported here, requests, commands, programs and answers of the API
        can be read, too. Each task becomes a new draft; the drafts you have stay as they are.
      </p>
      <p role="status" className="visually-hidden">
        {isReading ? 'Reading…' : ''}
      </p>
      {taken && (
        <Outcome
          taken={taken}
          environment={environment}
          onIntroduction={(each) => void makeIntroduction(each)}
        />
      )}
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
          label="Text, request, command or program"
          help={
            <p>
              Words as they are or as HTML; JSON, <code>curl</code>,{' '}
              <code>prolific … batch create</code>, Python, JavaScript. It is read, never run, and
              not kept. A token in it is dropped.
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
            accept=".docx,.html,.htm,.md,.markdown,.json,.yaml,.yml,.txt,.sh,.ps1,.bat,.py,.js,.ts,.http,application/json"
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
