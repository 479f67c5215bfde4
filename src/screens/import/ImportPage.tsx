import { useRef, type KeyboardEvent } from 'react'
import type { Environment } from '#contract/environment.ts'
import { DropCurtain } from '#import/DropImport.tsx'
import { isClean } from '#import/ImportNotice.tsx'
import { Outcome } from '#import/Outcome.tsx'
import type { ImportOutcome } from '#import/import-content.ts'
import { useFileDrop } from '#import/use-file-drop.ts'
import { useImport } from '#import/use-import.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Field } from '#ui/forms/Field.tsx'
import styles from './ImportPage.module.css'

const id = 'import-text'

/** `/<place>/import`: what somebody already has becomes new drafts. */
export function ImportPage({ environment }: { environment: Environment }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const { isReading, taken, takeText, takeFiles, takeIntroduction, moveSteps } =
    useImport(environment)
  const isOver = useFileDrop((dropped) => void takeFiles(dropped))

  const read = async () => {
    const outcome = await takeText(area.current?.value ?? '')
    // What became a draft may have had a token in it; what is to be mended or compared stays.
    if (area.current && outcome?.every(isClean)) area.current.value = ''
  }
  const makeIntroduction = async (each: ImportOutcome) => {
    const outcome = await takeIntroduction(each)
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
        Each task becomes a new draft. The drafts you have stay as they are.
      </p>
      <p role="status" className="visually-hidden">
        {isReading ? 'Reading…' : ''}
      </p>
      {taken && (
        <Outcome
          taken={taken}
          environment={environment}
          onIntroduction={(each) => void makeIntroduction(each)}
          onSteps={(each) => void moveSteps(each)}
        />
      )}
      <div className={styles.files}>
        <Button kind="primary" onClick={() => files.current?.click()} aria-disabled={isReading}>
          Choose files…
        </Button>
        <p className={styles.quiet}>
          Or drop files anywhere on this page. Word documents, spreadsheets, web pages, Markdown,
          plain text, and drafts exported from here.
        </p>
        <input
          ref={files}
          type="file"
          hidden
          multiple
          aria-label="Files to import"
          accept=".docx,.xlsx,.csv,.tsv,.jsonl,.html,.htm,.md,.markdown,.json,.yaml,.yml,.txt,.sh,.ps1,.bat,.py,.js,.ts,.http,application/json"
          onChange={({ currentTarget }) => {
            void takeFiles([...(currentTarget.files ?? [])])
            // The same file can be chosen again once it was fixed.
            currentTarget.value = ''
          }}
        />
      </div>
      <form
        className={styles.form}
        aria-busy={isReading}
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <h2>More ways</h2>
        <Field
          id={id}
          label="Text, request, command or program"
          help={
            <p>
              Plain text, HTML, JSON, <code>curl</code>, <code>prolific … batch create</code>,
              Python or JavaScript. It is read but never run, and it is not kept. A token in it is
              removed.
            </p>
          }
        >
          <textarea
            ref={area}
            id={id}
            className={`${control.control} ${styles.text}`}
            rows={6}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-describedby={`${id}-help`}
            onKeyDown={readByKey}
          />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" aria-disabled={isReading}>
            Make a draft
          </Button>
        </div>
      </form>
    </main>
  )
}
