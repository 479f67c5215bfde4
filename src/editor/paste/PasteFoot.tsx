import type { Editor } from '@tiptap/core'
import { useCallback, useSyncExternalStore } from 'react'
import type { MoveOn } from '#editor/rich-text-field-props.ts'
import { Later } from '#ui/loading/Later.tsx'
import { counted } from '#ui/counted.ts'
import { pasteKey, type PasteNotice } from './paste-state.ts'
import styles from './PasteFoot.module.css'

const loadNotice = () => import('./PasteNotice.tsx').then((module) => module.PasteNotice)

type PasteFootProps = {
  editor: Editor
  moveOn: MoveOn | undefined
  dataPage: string | undefined
}

/** The foot of an editor: what there is to say about the last paste, and what can be done about it. */
export function PasteFoot({ editor, moveOn, dataPage }: PasteFootProps) {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  const notice = useSyncExternalStore(
    subscribe,
    () => pasteKey.getState(editor.state)?.notice ?? null,
  )
  const steps = notice?.kind === 'pasted' && moveOn ? notice.steps : null
  const question = notice && dataPage !== undefined ? questionOf(notice) : ''
  const shown = notice && (notice.says !== '' || steps || question !== '') ? notice : null

  return (
    <div className={shown ? styles.foot : undefined}>
      <p role="status">{shown && wordsOf(shown, question)}</p>
      {shown && (
        <Later load={loadNotice} name="the buttons for this paste">
          {(PasteNotice) => (
            <PasteNotice
              view={editor.view}
              notice={shown}
              moveOn={moveOn}
              dataPage={question === '' ? undefined : dataPage}
            />
          )}
        </Later>
      )}
    </div>
  )
}

/** Whether something pasted or dropped is data, as a question; '' when nothing looks like it. */
function questionOf(notice: PasteNotice): string {
  if (notice.kind === 'said') {
    return notice.file ? `${notice.file.name} looks like a spreadsheet. Use it as data?` : ''
  }
  return notice.table ? `${counted(notice.table.rows, 'row')}. Is this your data?` : ''
}

function wordsOf({ kind, says }: PasteNotice, question: string): string {
  if (question === '') return says || 'Pasted. One part looks like steps.'
  return kind === 'said' || says === '' ? question : `${says} ${question}`
}
