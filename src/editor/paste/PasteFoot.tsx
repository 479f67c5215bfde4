import type { Editor } from '@tiptap/core'
import { useCallback, useSyncExternalStore } from 'react'
import type { MoveOn } from '#editor/rich-text-field-props.ts'
import { Later } from '#ui/loading/Later.tsx'
import { pasteKey } from './paste-state.ts'
import styles from './PasteFoot.module.css'

const loadNotice = () => import('./PasteNotice.tsx').then((module) => module.PasteNotice)

type PasteFootProps = { editor: Editor; moveOn: MoveOn | undefined }

/** The foot of an editor: what there is to say about the last paste, and what can be done about it. */
export function PasteFoot({ editor, moveOn }: PasteFootProps) {
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
  const shown = notice && (notice.says !== '' || steps) ? notice : null

  return (
    <div className={shown ? styles.foot : undefined}>
      <p role="status">{shown && (shown.says || 'Pasted. One part looks like steps.')}</p>
      {shown && (
        <Later load={loadNotice} name="the buttons for this paste">
          {(PasteNotice) => <PasteNotice view={editor.view} notice={shown} moveOn={moveOn} />}
        </Later>
      )}
    </div>
  )
}
