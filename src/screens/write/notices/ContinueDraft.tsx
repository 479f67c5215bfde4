import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { adoptBackups } from '#drafts/autosave/adopt-backups.ts'
import { draftTitle, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { listDrafts } from '#drafts/store/drafts.ts'
import { isBlank } from '#drafts/store/draft-texts.ts'
import { shortMoment } from '#ui/moment.ts'
import styles from '#screens/write/DraftNotice.module.css'

/** Over a fresh form: the way back to what was written last. Nothing when there is no such draft. */
export function ContinueDraft({ except }: { except: string }) {
  const [latest, setLatest] = useState<DraftEnvelope>()

  // The database is an outside system. Where it cannot be read there is nothing to continue.
  useEffect(() => {
    let wanted = true
    latestOpenDraft(except).then(
      (draft) => wanted && setLatest(draft),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [except])

  if (!latest) return null
  return (
    <p className={styles.notice}>
      <span>
        Or continue{' '}
        <Link href={`/${latest.place}/new?draft=${encodeURIComponent(latest.id)}`}>
          “{draftTitle(latest)}”
        </Link>{' '}
        from {shortMoment(latest.updatedAt)}.
      </span>
    </p>
  )
}

async function latestOpenDraft(except: string) {
  await adoptBackups(except)
  return (await listDrafts())
    .flatMap((kept) => (kept.kind === 'readable' ? [kept.draft] : []))
    .find(({ id, batch, of, texts }) => id !== except && !batch && !of && !isBlank(texts))
}
