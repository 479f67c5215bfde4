import type { EditorView } from '@tiptap/pm/view'
import { X } from 'lucide-react'
import { useLocation } from 'wouter'
import { useState, type KeyboardEvent } from 'react'
import type { MoveOn } from '#editor/rich-text-field-props.ts'
import { Button } from '#ui/Button.tsx'
import { handFile } from '#dataset/store/handed-file.ts'
import { dismiss, pasteAgain, takeOutTable, undoPaste } from '#editor/paste/insert/insert-paste.ts'
import { moveOn as move } from './move-steps.ts'
import type { PasteMode, PasteNotice as Notice } from './paste-state.ts'
import styles from './PasteFoot.module.css'

const MODES: Record<PasteMode, string> = {
  clean: 'Clean up',
  plain: 'Paste as plain text',
  looks: 'Keep original formatting',
}

type PasteNoticeProps = {
  view: EditorView
  notice: Notice
  moveOn: MoveOn | undefined
  /** Where what was pasted or dropped can be used as data; missing when it looks like none. */
  dataPage: string | undefined
}

/** What can be done about the last paste. Each button leads back into the text. */
export function PasteNotice({ view, notice, moveOn, dataPage }: PasteNoticeProps) {
  const [, navigate] = useLocation()
  const [explaining, setExplaining] = useState(false)
  const pasted = notice.kind === 'pasted' ? notice : null
  const steps = pasted && moveOn ? pasted.steps : null

  const act = (action: () => void) => () => {
    action()
    view.focus()
  }
  const undo = pasted ? () => undoPaste(view, pasted) : notice.kind === 'said' ? notice.undo : null
  const takeAsData = (address: string) => {
    if (notice.kind === 'said') {
      if (notice.file) handFile(address, notice.file, notice.file.name)
    } else if (notice.table) {
      handFile(address, notice.table.cells(), notice.table.name)
      takeOutTable(view, notice, notice.table)
    }
    dismiss(view)
    navigate(address)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    dismiss(view)
    view.focus()
  }

  return (
    <div onKeyDown={onKeyDown} role="group" aria-label="Paste options">
      <div className={styles.actions}>
        {dataPage !== undefined && (
          <>
            <Button onClick={() => takeAsData(dataPage)}>Use as data</Button>
            {pasted && (
              <Button kind="quiet" onClick={act(() => dismiss(view))}>
                Keep as a table
              </Button>
            )}
          </>
        )}
        {pasted && steps && moveOn && (
          <Button onClick={act(() => move(view, pasted, moveOn))}>
            Move “{steps.name}” and everything after it to {moveOn.label}
          </Button>
        )}
        {undo && (
          <Button kind="quiet" onClick={act(undo)}>
            Undo
          </Button>
        )}
        {pasted?.modes.map((mode) => (
          <Button key={mode} kind="quiet" onClick={act(() => pasteAgain(view, pasted, mode))}>
            {MODES[mode]}
          </Button>
        ))}
        {notice.pictures && (
          <Button
            kind="quiet"
            aria-expanded={explaining}
            onClick={() => setExplaining(!explaining)}
          >
            What to do
          </Button>
        )}
      </div>
      {explaining && notice.pictures && (
        <p className={styles.explanation}>
          Upload each picture to a website that everybody can open, such as your university’s. Copy
          its address, which has to start with https://. Then add it here with Picture in the
          toolbar, and describe it for people who cannot see it.
        </p>
      )}
      <button
        type="button"
        className={styles.dismiss}
        aria-label="Dismiss"
        onClick={act(() => dismiss(view))}
      >
        <X aria-hidden size={18} />
      </button>
    </div>
  )
}
