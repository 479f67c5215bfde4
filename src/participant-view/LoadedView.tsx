import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { devices } from './devices.ts'
import { ExpandedView } from './ExpandedView.tsx'
import type { ParticipantTexts } from './participant-texts.ts'
import { useViewSettings } from './view-settings.ts'
import styles from './ViewControls.module.css'
import { ViewControls } from './ViewControls.tsx'
import { ViewPane } from './ViewPane.tsx'

/** The participant view beside a text: one device, and the way to the whole window. */
export function LoadedView(texts: ParticipantTexts) {
  const [settings, change] = useViewSettings()
  const [expanded, setExpanded] = useState(false)

  return (
    <>
      <ViewControls
        devices={devices}
        device={settings.device}
        onDevice={(device) => change({ device })}
        settings={settings}
        onChange={change}
      >
        <Button kind="quiet" onClick={() => setExpanded(true)}>
          <Maximize2 aria-hidden size={16} />
          <span className={styles.word}>Expand</span>
        </Button>
      </ViewControls>
      <ViewPane
        texts={texts}
        shown={[settings.device]}
        title="Participant view"
        settings={settings}
        onChange={change}
      />
      {expanded && (
        <ExpandedView
          texts={texts}
          settings={settings}
          onChange={change}
          onClose={() => setExpanded(false)}
        />
      )}
    </>
  )
}
