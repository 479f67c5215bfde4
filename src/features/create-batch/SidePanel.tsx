import { useMemo } from 'react'
import { ParticipantView } from '#participant-view/ParticipantView.tsx'
import { isBlank } from '#storage/stored-draft.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { useChunk } from '#ui/use-chunk.ts'
import type { FieldName } from './batch-draft.ts'
import type { DraftForm } from './draft-form.ts'
import type { LiveTexts } from './live-texts.ts'
import { useLateDraft } from './use-late-draft.ts'

export type SideView = 'view' | 'checks' | 'request'

type SidePanelProps = {
  form: DraftForm
  live: LiveTexts
  selected: SideView
  onSelect: (view: SideView) => void
  onGoTo: (field: FieldName) => void
}

/** Nobody reads checks or a request before there is a text: they come after the first paint. */
const loadPanels = async () => {
  const [{ checkDraft }, { ChecksPanel }, { NarrowRequest }, { RequestPanel }] = await Promise.all([
    import('./checks.ts'),
    import('./ChecksPanel.tsx'),
    import('./NarrowRequest.tsx'),
    import('./RequestPanel.tsx'),
  ])
  return { checkDraft, ChecksPanel, NarrowRequest, RequestPanel }
}

/** What becomes of the text: the page participants read, what to check, and the request. */
export function SidePanel({ form, live, selected, onSelect, onGoTo }: SidePanelProps) {
  const draft = useLateDraft(form)
  const chunk = useChunk(loadPanels)
  const panels = chunk.state === 'ready' ? chunk.value : null
  // Not again because a tab was pressed.
  const checks = useMemo(() => panels?.checkDraft(draft), [panels, draft])
  const count = checks && !isBlank(draft) ? checks.mustFix.length + checks.mayDisappear.length : 0

  return (
    <Tabs
      label="About this batch"
      selected={selected}
      onSelect={onSelect}
      tabs={[
        {
          name: 'view',
          label: 'Participant view',
          panel: <ParticipantView {...live} keeps={draft.keeps} onlyKept={draft.onlyKept} />,
        },
        {
          name: 'checks',
          label: 'Checks',
          count,
          panel: panels && checks && (
            <>
              <panels.ChecksPanel checks={checks} onGoTo={onGoTo} />
              <panels.NarrowRequest draft={draft} />
            </>
          ),
        },
        {
          name: 'request',
          label: 'Request',
          panel: panels && selected === 'request' && <panels.RequestPanel draft={draft} />,
        },
      ]}
    />
  )
}
