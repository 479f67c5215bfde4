import { useEffect, useMemo, useDeferredValue, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'
import { isBlank } from '#drafts/store/draft-texts.ts'
import { Contained } from '#ui/loading/Contained.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'
import type { Store } from '#storage/listeners.ts'
import { useColumns, type Draft } from '#screens/write/draft/use-draft.ts'
import type { WriteActions } from './use-write-actions.ts'
import { useWatch } from 'react-hook-form'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

const whole = (draft: BatchDraft) => draft

export type SideView = 'view' | 'checks' | 'request'

type SidePanelProps = {
  backend: Backend | undefined
  draft: Draft
  actions: WriteActions
  selected: SideView
  onSelect: (view: SideView) => void
  /** Told how many checks there are to see to. */
  checkCount: Store<number>
}

/** Nobody reads checks or a request before there is a text: they come after the first paint. */
const loadPanels = async () => {
  const [
    { checkDraft },
    { ChecksPanel },
    { NarrowRequest },
    { RequestPanel },
    { FollowColumns },
    { itemRows },
  ] = await Promise.all([
    import('#screens/write/checks/check-draft.ts'),
    import('#screens/write/checks/ChecksPanel.tsx'),
    import('./NarrowRequest.tsx'),
    import('./RequestPanel.tsx'),
    import('./FollowColumns.tsx'),
    import('#api/datasets/use-item-rows.ts'),
  ])
  return { checkDraft, ChecksPanel, NarrowRequest, RequestPanel, FollowColumns, itemRows }
}

/** What becomes of the text: the page participants read, what to check, and the request. */
export function SidePanel({
  backend,
  draft: written,
  actions,
  selected,
  onSelect,
  checkCount,
}: SidePanelProps) {
  const { environment, form } = written
  const draft = useLateDraft(form)
  const [questions] = useState(() => createLiveText(draft.questions))
  const chunk = useChunk(loadPanels)
  const panels = chunk.state === 'ready' ? chunk.value : null
  const client = useQueryClient()
  const datasetId = draft.datasetId.trim()
  const rows = useMemo(
    () => panels?.itemRows(client, backend, datasetId) ?? null,
    [panels, client, backend, datasetId],
  )
  // Not again because a tab was pressed.
  const columns = useColumns(written)
  const checks = useMemo(() => panels?.checkDraft(draft, columns), [panels, draft, columns])
  const count =
    checks && !isBlank(draft)
      ? checks.mustFix.length + checks.mayDisappear.length + checks.toFillIn
      : 0

  // The participant view reads them when they rest, and does not render for each key.
  useEffect(() => questions.set(draft.questions), [questions, draft.questions])

  // Shown outside this part of the page, which must not render for it.
  useEffect(() => checkCount.set(count), [checkCount, count])

  return (
    <>
      {panels && (
        <panels.FollowColumns
          backend={backend}
          datasetId={datasetId}
          isWanted={datasetId !== ''}
          columns={written.columns}
        />
      )}
      <Tabs
        label="About this batch"
        selected={selected}
        onSelect={onSelect}
        tabs={[
          {
            name: 'view',
            label: 'Participant view',
            panel: (
              <Contained name="the participant view" retryOn={draft}>
                <ParticipantView
                  title={written.title}
                  {...written.channels}
                  questions={questions}
                  rows={rows}
                  keeps={draft.keeps}
                  onlyKept={draft.onlyKept}
                />
              </Contained>
            ),
          },
          {
            name: 'checks',
            label: 'Checks',
            count,
            panel: panels && checks && (
              <Contained name="the checks" retryOn={draft}>
                <panels.ChecksPanel
                  form={form}
                  draft={draft}
                  checks={checks}
                  texts={written.texts}
                  open={selected === 'checks'}
                  onGoTo={actions.goTo}
                  onCard={actions.goToCard}
                  onReveal={actions.reveal}
                />
                <panels.NarrowRequest environment={environment} draft={draft} />
              </Contained>
            ),
          },
          {
            name: 'request',
            label: 'Request',
            panel: panels && selected === 'request' && (
              <Contained name="the request" retryOn={draft}>
                <panels.RequestPanel environment={environment} draft={draft} />
              </Contained>
            ),
          },
        ]}
      />
    </>
  )
}

/** The draft as it was a moment ago: for what is costly to show and must not hold up typing. */
export function useLateDraft(form: DraftForm) {
  return useDeferredValue(useWatch({ control: form.control, compute: whole }))
}
