import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { DropImport } from '#import/DropImport.tsx'
import { draftTitle } from '#drafts/store/draft-envelope.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import { ListPage } from '#ui/ListPage.tsx'
import { Notice } from '#ui/Notice.tsx'
import { SearchField } from '#ui/forms/SearchField.tsx'
import { SkeletonRows } from '#ui/loading/Skeleton.tsx'
import { arrangeDrafts } from './arrange-drafts.ts'
import { ChangeRow } from './ChangeRow.tsx'
import { DraftRow } from './DraftRow.tsx'
import styles from './DraftsPage.module.css'
import { NoDrafts } from './NoDrafts.tsx'
import { UnreadableRow } from './UnreadableRow.tsx'
import { useDrafts, type KeptDrafts } from './use-drafts.ts'
import { useDraftActions, type Deleted } from './use-draft-actions.ts'
import { explainFault } from '#storage/storage-fault.ts'

const SEARCH_ID = 'draft-search'

const loadExport = async () => (await import('./ExportDialog.tsx')).ExportDialog

/** `/<place>/drafts`: what is being written in this browser, for either place. */
export function DraftsPage({ environment }: { environment: Environment }) {
  const [, navigate] = useLocation()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const kept = useDrafts()
  const actions = useDraftActions()
  const { deleted, failed } = actions
  const [exporting, setExporting] = useState(false)
  const all = kept.state === 'loading' ? [] : kept.drafts
  const drafts = all.flatMap((each) =>
    each.kind === 'readable' && !each.draft.of ? [each.draft] : [],
  )

  const { open, done, changes, unreadable } = arrangeDrafts(all, wanted)
  const found = open.length + done.length + changes.length + unreadable.length
  useCommands([
    {
      name: 'Search drafts',
      group: 'Drafts',
      run: () => document.getElementById(SEARCH_ID)?.focus(),
    },
    ...open.map((draft) => ({
      name: `Open “${draftTitle(draft)}”`,
      group: 'Drafts',
      run: () => navigate(`/${draft.place}/new?draft=${encodeURIComponent(draft.id)}`),
    })),
  ])

  return (
    <ListPage
      title="Drafts – Batch Composer"
      heading="Drafts"
      actions={
        <>
          <LinkButton href={`/${environment}/new`} kind="primary">
            New batch
          </LinkButton>
          <LinkButton href={`/${environment}/import`}>Import…</LinkButton>
          {drafts.length > 0 && <Button onClick={() => setExporting(true)}>Export…</Button>}
        </>
      }
    >
      <StorageNotice kept={kept} />
      {failed && (
        <Notice tone="bad" role="alert" title={failed}>
          <p>This browser’s storage may be full. Nothing was changed.</p>
        </Notice>
      )}
      {kept.state === 'loading' && <SkeletonRows label="Loading the drafts" rows={5} height={68} />}
      {all.length > 0 && (
        <SearchField id={SEARCH_ID} label="Search drafts" words={words} onChange={setWords} />
      )}
      {(kept.state === 'ready' || all.length > 0) && (
        <>
          <p role="status" className={styles.quiet}>
            {open.length === 1 ? '1 draft' : `${open.length} drafts`}
            {wanted.trim() !== '' && ' found'}
          </p>
          {found === 0 && (
            <NoDrafts environment={environment} words={wanted} onClear={() => setWords('')} />
          )}
          {open.length > 0 && (
            <ul className={styles.list} aria-label="Drafts">
              {open.map((draft) => (
                <DraftRow
                  key={draft.id}
                  draft={draft}
                  environment={environment}
                  actions={actions}
                />
              ))}
            </ul>
          )}
          {changes.length > 0 && (
            <section className={styles.group} aria-label="Changes to batches">
              <h2>Changes to batches</h2>
              <ul className={styles.list}>
                {changes.map((draft) => (
                  <ChangeRow
                    key={draft.id}
                    draft={draft}
                    environment={environment}
                    actions={actions}
                  />
                ))}
              </ul>
            </section>
          )}
          {unreadable.length > 0 && (
            <section className={styles.group} aria-label="Drafts that cannot be opened">
              <h2>Drafts that cannot be opened</h2>
              <ul className={styles.list}>
                {unreadable.map((draft) => (
                  <UnreadableRow
                    key={draft.id}
                    draft={draft}
                    environment={environment}
                    actions={actions}
                  />
                ))}
              </ul>
            </section>
          )}
          {done.length > 0 && (
            <section className={styles.group} aria-label="Drafts that became batches">
              <h2>Drafts that became batches</h2>
              <ul className={styles.list}>
                {done.map((draft) => (
                  <DraftRow
                    key={draft.id}
                    draft={draft}
                    environment={environment}
                    actions={actions}
                  />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {deleted && <DeletedNotice key={deleted.id} deleted={deleted} onUndo={actions.undo} />}
      <DropImport environment={environment} />
      {exporting && (
        <Later load={loadExport} name="the export">
          {(ExportDialog) => <ExportDialog drafts={drafts} onClose={() => setExporting(false)} />}
        </Later>
      )}
    </ListPage>
  )
}

/** After a draft was deleted: what it was, and the way back, with the focus that its row had. */
function DeletedNotice({ deleted, onUndo }: { deleted: Deleted; onUndo: () => void }) {
  return (
    <div className={styles.deleted}>
      <Notice
        tone="info"
        role="status"
        title={`“${deleted.title}” was deleted.`}
        actions={
          <Button ref={takesFocusInPlace} onClick={onUndo}>
            Undo
          </Button>
        }
      />
    </div>
  )
}

/** It is in view wherever the page is, and to scroll to it would move the list. */
function takesFocusInPlace(button: HTMLElement | null) {
  button?.focus({ preventScroll: true })
}

/** What this browser, or this address, cannot promise about drafts; nothing where it can. */
function StorageNotice({ kept }: { kept: KeptDrafts }) {
  if (kept.state === 'loading') return null
  if (kept.state === 'failed') {
    return (
      <Notice tone="bad" role="alert" title="The drafts could not be read. Nothing was changed.">
        <p>{explainFault[kept.fault]}</p>
        {kept.drafts.length > 0 && (
          <p>These copies were saved when their pages were closed. You can export them.</p>
        )}
      </Notice>
    )
  }
  if (isSecureContext) return null
  return (
    <Notice tone="caution" title="This connection is not encrypted.">
      <p>The browser may delete drafts when it runs low on space. Export what you want to keep.</p>
    </Notice>
  )
}
