import { useId, useState } from 'react'
import { looksLikeJson, readPastedLayout } from '#questions/paste/read-layout.ts'
import { readPastedQuestions } from '#questions/paste/read-questions.ts'
import { actAndFocus, useBuilder } from '#questions/builder/state/builder-context.ts'
import type { Adding } from '#questions/builder/state/builder-state.ts'
import styles from '#questions/builder/builder.module.css'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { CopyButton } from '#ui/CopyButton.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'

/** What was added, and what has to be looked at by a person. */
type Result = { said: string; left: readonly string[] }

/** Adds questions from a text that somebody has in another program, or from JSON. */
export function PasteDialog({ adding }: { adding: Adding }) {
  const { store } = useBuilder()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const id = useId()
  const close = () => store.startPasting(null)

  const addPages = (from: Element) => {
    const { source, notes, problem: reason } = readPastedLayout(text)
    if (source === null) return setProblem(reason ?? 'No questions were found in this JSON.')
    setProblem(null)
    if (notes.length > 0) {
      store.addPages(source)
      setResult({ said: 'The questions were added.', left: notes })
    } else {
      actAndFocus(from, () => {
        store.addPages(source)
        close()
        return null
      })
    }
  }
  const addItems = (from: Element) => {
    const { items, notUnderstood: left } = readPastedQuestions(text)
    if (items.length === 0) {
      setProblem(
        'No questions were found. Put each question on a line of its own, with its choices below it.',
      )
      return
    }
    setProblem(null)
    if (left.length > 0) {
      store.add(adding, items)
      setResult({ said: `${counted(items.length, 'part')} added.`, left })
    } else {
      actAndFocus(from, () => {
        const at = store.add(adding, items)
        close()
        return at
      })
    }
  }
  const add = (from: Element) => (looksLikeJson(text) ? addPages(from) : addItems(from))

  if (result) {
    return (
      <Dialog
        title="Paste questions"
        onClose={close}
        actions={
          <Button kind="primary" onClick={close}>
            Done
          </Button>
        }
      >
        <div className={styles.dialog}>
          <p role="status">
            {result.said} {leftInWords(result.left.length)}
          </p>
          <ul className={styles.left}>
            {result.left.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
          <div>
            <CopyButton text={result.left.join('\n')} what="these lines" />
          </div>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="Paste questions"
      onClose={close}
      actions={
        <>
          <Button kind="primary" onClick={({ currentTarget }) => add(currentTarget)}>
            Add the questions
          </Button>
          <Button onClick={close}>Cancel</Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <Field
          id={id}
          label="Questions"
          help="Copy them from Word, Excel, a survey tool or an e-mail. A numbered line is a question, the lines below it are its choices, “(1–7)” is a scale and “____” a text. JSON with batch_items works too."
          error={problem ?? undefined}
        >
          <textarea
            id={id}
            className={control.control}
            rows={12}
            value={text}
            placeholder={'1. How clear is the text? (1–7)\n2. Would you recommend it?\nYes\nNo'}
            aria-describedby={describedBy(id, { help: true, error: problem !== null })}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
      </div>
    </Dialog>
  )
}

function leftInWords(count: number) {
  return count === 1 ? 'Look at this line:' : `Look at these ${count} lines:`
}
