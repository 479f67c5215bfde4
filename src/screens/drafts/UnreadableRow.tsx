import { Link } from 'wouter'
import type { Environment } from '#contract/environment.ts'
import { saveFile } from '#ui/save-file.ts'
import { remainingTexts } from '#drafts/store/draft-texts.ts'
import { Button } from '#ui/Button.tsx'
import rowLink from '#ui/row-link.module.css'
import type { UnreadableDraft } from './arrange-drafts.ts'
import styles from './DraftRow.module.css'
import type { DraftActions } from './use-draft-actions.ts'

type UnreadableRowProps = {
  draft: UnreadableDraft
  environment: Environment
  actions: DraftActions
}

/** A draft that is damaged, or that a newer version wrote: why, and the way to get at it all the same. */
export function UnreadableRow({ draft, environment, actions }: UnreadableRowProps) {
  const { id, kind, stored } = draft
  const texts = remainingTexts(stored)
  const title = texts?.batchName || texts?.taskTitle || 'Untitled draft'
  return (
    <li className={`${rowLink.row} ${styles.row} ${styles.unreadable}`}>
      <div className={styles.main}>
        {id === '' ? (
          <span className={rowLink.link}>{title}</span>
        ) : (
          <Link
            href={`/${environment}/new?draft=${encodeURIComponent(id)}`}
            className={rowLink.link}
          >
            {title}
          </Link>
        )}
        <p className={styles.facts}>
          {kind === 'newer'
            ? 'Written by a newer version of Batch Composer. You can only read it.'
            : 'Damaged. Parts of it may be missing or wrong.'}
        </p>
      </div>
      <Button
        kind="quiet"
        className={styles.menu}
        onClick={() => saveFile(`${kind}-draft.json`, JSON.stringify(stored, null, 2))}
      >
        Download
      </Button>
      {id !== '' && (
        <Button kind="quiet" className={styles.menu} onClick={() => actions.remove(id, title)}>
          Delete
        </Button>
      )}
    </li>
  )
}
