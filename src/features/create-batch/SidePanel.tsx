import { useMemo } from 'react'
import { ParticipantView } from '#participant-view/ParticipantView.tsx'
import { isBlank } from '#storage/stored-draft.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { useChunk } from '#ui/use-chunk.ts'
import type { FieldName } from './batch-draft.ts'
import type { DraftForm } from './draft-form.ts'
import type { LiveTexts } from './live-texts.ts'
import { NarrowRequest } from './NarrowRequest.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import { useLateDraft } from './use-late-draft.ts'

export type SideView = 'view' | 'checks' | 'request'

type SidePanelProps = {
  form: DraftForm
  live: LiveTexts
  selected: SideView
  onSelect: (view: SideView) => void
  onGoTo: (field: FieldName) => void
}

/** The checks read both texts through, so they come after the first paint. */
const loadChecks = async () => {
  const [{ checkDraft }, { ChecksPanel }] = await Promise.all([
    import('./checks.ts'),
    import('./ChecksPanel.tsx'),
  ])
  return { checkDraft, ChecksPanel }
}

/** What becomes of the text: the page participants read, what to check, and the request. */
export function SidePanel({ form, live, selected, onSelect, onGoTo }: SidePanelProps) {
  const draft = useLateDraft(form)
  const chunk = useChunk(loadChecks)
  const loaded = chunk.state === 'ready' ? chunk.value : null
  // Not again because a tab was pressed.
  const checks = useMemo(() => loaded?.checkDraft(draft), [loaded, draft])
  const count = checks && !isBlank(draft) ? checks.mustFix.length + checks.mayDisappear.length : 0

  return (
    <Tabs
      label="About this batch"
      selected={selected}
      onSelect={onSelect}
      tabs={[
        { name: 'view', label: 'Participant view', panel: <ParticipantView {...live} /> },
        {
          name: 'checks',
          label: 'Checks',
          count,
          panel: (
            <>
              {loaded && checks && <loaded.ChecksPanel checks={checks} onGoTo={onGoTo} />}
              <NarrowRequest draft={draft} />
            </>
          ),
        },
        {
          name: 'request',
          label: 'Request',
          panel: selected === 'request' && <RequestPanel draft={draft} />,
        },
      ]}
    />
  )
}
