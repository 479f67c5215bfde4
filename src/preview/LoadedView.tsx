import type { KeptPart } from '#html/show/showable-block.ts'
import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { devices, viewOptions } from './view-options.ts'
import { ExpandedView } from './ExpandedView.tsx'
import { keptWords, type ParticipantViewProps } from './participant-texts.ts'
import { useShownQuestions } from './questions/use-shown-questions.ts'
import { useViewSettings } from './view-settings.ts'
import styles from './ViewControls.module.css'
import { ViewControls } from './ViewControls.tsx'
import { ViewPane } from './ViewPane.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'

/** Nothing can be waited for once printing begins. Without it the frame is printed as far as it goes. */
const loadPaper = async () => {
  const [{ OnPaper }, look] = await Promise.all([
    import('./sheet/OnPaper.tsx'),
    import('./sheet/static-sheet.ts').then(({ sheetStyles }) => sheetStyles()),
  ])
  return { OnPaper, look }
}

/** The participant view beside a text: one device, and the way to the whole window. */
export function LoadedView(props: ParticipantViewProps) {
  const { keeps, onlyKept = false, questions, rows, ...texts } = props
  const [settings, change] = useViewSettings()
  const [expanded, setExpanded] = useState(false)
  const paper = useChunk(loadPaper)

  const profile = keeps && keptWords[keeps] ? keeps : null
  const kept: KeptPart | null =
    profile && (onlyKept || settings.asKept) ? { profile, isSent: onlyKept } : null
  // Where the rest is not sent, there is no other way to look at it.
  const options = viewOptions(onlyKept ? null : profile)
  const marked = kept ? null : profile
  const shownQuestions = useShownQuestions(questions, rows ?? null)
  const common = { settings, onChange: change }

  return (
    <>
      {paper.state === 'ready' && (
        <paper.value.OnPaper
          texts={texts}
          questions={shownQuestions.value}
          kept={kept}
          sheetStyles={paper.value.look}
        />
      )}
      <ViewControls
        {...common}
        devices={devices}
        device={settings.device}
        onDevice={(device) => change({ device })}
        options={options}
      >
        <Button kind="quiet" onClick={() => setExpanded(true)}>
          <Maximize2 aria-hidden size={16} />
          <span className={styles.word}>Expand</span>
        </Button>
      </ViewControls>
      <ViewPane
        {...common}
        texts={texts}
        questions={shownQuestions}
        kept={kept}
        marked={marked}
        shown={[settings.device]}
        title="Participant view"
      />
      {expanded && (
        <ExpandedView
          {...common}
          texts={texts}
          questions={shownQuestions}
          kept={kept}
          marked={marked}
          options={options}
          onClose={() => setExpanded(false)}
        />
      )}
    </>
  )
}
