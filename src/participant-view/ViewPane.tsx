import { useRef, useState } from 'react'
import type { ProfileName } from '#html/profiles.ts'
import type { Device } from './devices.ts'
import type { KeptPart } from './kept-part.ts'
import { KeptNote } from './KeptNote.tsx'
import type { ParticipantTexts } from './participant-texts.ts'
import { PicturesNote } from './PicturesNote.tsx'
import { Stage } from './Stage.tsx'
import type { ChangeSettings, ViewSettings } from './view-settings.ts'
import styles from './ViewPane.module.css'

type ViewPaneProps = {
  texts: ParticipantTexts
  /** The part of the texts that is shown alone; null for all of them. */
  kept: KeptPart | null
  /** What is marked as likely to disappear is whatever this profile leaves out; null marks nothing. */
  marked: ProfileName | null
  /** The device to show, or two side by side. */
  shown: readonly [Device, Device?]
  /** Names the frames to those who do not see them. */
  title: string
  settings: ViewSettings
  onChange: ChangeSettings
}

/** The sheet or sheets, and what there is to say about them. */
export function ViewPane({ texts, kept, marked, shown, title, settings, onChange }: ViewPaneProps) {
  const [pictureHosts, setPictureHosts] = useState<readonly string[]>([])
  const stages = useRef<HTMLDivElement>(null)
  const [device, second] = shown
  const stage = { texts, kept, marked, settings, onPictureHosts: setPictureHosts }

  return (
    <>
      {kept && (
        <KeptNote
          kept={kept}
          onShowAll={() => {
            onChange({ asKept: false })
            // The button that had the focus goes.
            stages.current?.querySelector('iframe')?.focus()
          }}
        />
      )}
      <div ref={stages} className={styles.stages}>
        <Stage {...stage} device={device} title={second ? `${title}, ${device}` : title} />
        {second && <Stage {...stage} device={second} title={`${title}, ${second}`} />}
      </div>
      {pictureHosts.length > 0 && (
        <PicturesNote
          hosts={pictureHosts}
          shown={settings.imageHosts}
          onChange={(imageHosts) => onChange({ imageHosts })}
        />
      )}
    </>
  )
}
