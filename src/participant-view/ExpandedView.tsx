import { X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { DeviceChoice } from './DeviceChoice.tsx'
import type { ParticipantTexts } from './participant-texts.ts'
import styles from './ParticipantView.module.css'
import { Stage, type Device } from './Stage.tsx'

type ExpandedViewProps = { texts: ParticipantTexts; onClose: () => void }

/** The participant view over the whole window. Escape or Close gives the focus back. */
export function ExpandedView({ texts, onClose }: ExpandedViewProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [device, setDevice] = useState<Device>('computer')
  const [scale, setScale] = useState(1)

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
      className={styles.expanded}
      aria-label="Participant view, whole window"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.whole}>
        <div className={styles.controls}>
          <DeviceChoice device={device} onChange={setDevice} scale={scale} />
          <Button kind="quiet" onClick={onClose}>
            <X aria-hidden size={16} />
            Close
          </Button>
        </div>
        <Stage texts={texts} device={device} onScale={setScale} />
      </div>
    </dialog>
  )
}
