import { explainFault } from '#storage/storage-fault.ts'
import { Notice } from '#ui/Notice.tsx'
import type { KeptDrafts } from './use-drafts.ts'

/** What this browser, or this address, cannot promise about drafts; nothing where it can. */
export function StorageNotice({ kept }: { kept: KeptDrafts }) {
  if (kept.state === 'loading') return null
  if (kept.state === 'failed') {
    return (
      <Notice tone="bad" role="alert" title="The drafts could not be read. Nothing was changed.">
        <p>{explainFault[kept.fault]}</p>
        {kept.drafts.length > 0 && (
          <p>These are the copies that pages left when they were closed. You can export them.</p>
        )}
      </Notice>
    )
  }
  if (isSecureContext) return null
  return (
    <Notice tone="caution" title="This page is not encrypted.">
      <p>
        On such an address a browser may throw drafts away when it runs short of space. Export what
        you want to keep.
      </p>
    </Notice>
  )
}
