import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { DeviceChoice } from './DeviceChoice.tsx'
import { ExpandedView } from './ExpandedView.tsx'
import type { ParticipantTexts } from './participant-texts.ts'
import styles from './ParticipantView.module.css'
import { Stage, type Device } from './Stage.tsx'

/**
 * What participants will read, on a sheet that looks like their page. Texts that are being written
 * appear in the frame after each key; stored texts may be any HTML, none of it does anything here.
 * Fills its container; where that has no height of its own it is as high as a phone's page.
 */
export function ParticipantView({ title, introduction, steps }: ParticipantTexts) {
  const [device, setDevice] = useState<Device>('phone')
  const [scale, setScale] = useState(1)
  const [expanded, setExpanded] = useState(false)
  const texts = { title, introduction, steps }

  return (
    <div className={styles.view}>
      <div className={styles.controls}>
        <DeviceChoice device={device} onChange={setDevice} scale={scale} />
        <Button kind="quiet" onClick={() => setExpanded(true)}>
          <Maximize2 aria-hidden size={16} />
          Expand
        </Button>
      </div>
      <Stage texts={texts} device={device} onScale={setScale} />
      <div className={styles.notes}>
        <p>Your data and questions appear after this text. They are not shown here.</p>
        <p>Prolific’s own fonts and spacing differ; its style sheet is not public.</p>
      </div>
      {expanded && <ExpandedView texts={texts} onClose={() => setExpanded(false)} />}
    </div>
  )
}
