import type { KeptPart } from '#html/show/showable-block.ts'
import type { ProfileName } from '#html/profile/profile-names.ts'
import { X } from 'lucide-react'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '#ui/Button.tsx'
import { devices, type ViewOption } from './view-options.ts'
import styles from './ExpandedView.module.css'
import type { ShownQuestions } from './questions/use-shown-questions.ts'
import type { ParticipantTexts } from './participant-texts.ts'
import type { ChangeSettings, ViewSettings } from './view-settings.ts'
import controls from './ViewControls.module.css'
import { ViewControls } from './ViewControls.tsx'
import { ViewPane } from './ViewPane.tsx'

/** A phone and, beside it, a computer at four fifths of its size. */
const ROOM_FOR_TWO_PX = 1260

type ExpandedViewProps = {
  texts: ParticipantTexts
  questions: ShownQuestions
  kept: KeptPart | null
  marked: ProfileName | null
  options: readonly ViewOption[]
  settings: ViewSettings
  onChange: ChangeSettings
  onClose: () => void
}

const withBoth = [...devices, { value: 'both', label: 'Side by side' }] as const

/** The participant view over the whole window. Escape or Close gives the focus back. */
export function ExpandedView({
  texts,
  questions,
  kept,
  marked,
  options,
  settings,
  onChange,
  onClose,
}: ExpandedViewProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isRoomy = useRoomForTwo()
  const wanted = settings.wholeWindow
  const shown = wanted === 'both' && !isRoomy ? 'computer' : wanted

  // Only a method call opens a native dialog as a modal one. A layout effect, because a dialog gives
  // the focus back only while it is still in the page, and an ordinary one is cleaned up after that.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Participant view, full window"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.whole}>
        <ViewControls
          devices={isRoomy ? withBoth : devices}
          device={shown}
          onDevice={(wholeWindow) => onChange({ wholeWindow })}
          options={options}
          settings={settings}
          onChange={onChange}
          isRoomy={isRoomy}
        >
          <Button kind="quiet" onClick={onClose}>
            <X aria-hidden size={16} />
            <span className={controls.word}>Close</span>
          </Button>
        </ViewControls>
        <ViewPane
          texts={texts}
          questions={questions}
          kept={kept}
          marked={marked}
          shown={shown === 'both' ? ['phone', 'computer'] : [shown]}
          title="Participant view, full window"
          settings={settings}
          onChange={onChange}
          onEscape={onClose}
        />
      </div>
    </dialog>
  )
}

/** Whether the window is wide enough to show two devices side by side. */
function useRoomForTwo() {
  return useSyncExternalStore(subscribe, () => window.innerWidth >= ROOM_FOR_TWO_PX)
}

function subscribe(tell: () => void) {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}
