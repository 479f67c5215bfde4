import { Link } from 'wouter'
import { environmentName, type Environment } from '#contract/environment.ts'
import { editAddress, editTitle } from '#drafts/store/batch-edit.ts'
import { Button } from '#ui/Button.tsx'
import rowLink from '#ui/row-link.module.css'
import type { ChangeDraft } from './arrange-drafts.ts'
import { ChangedAt } from './ChangedAt.tsx'
import styles from './DraftRow.module.css'
import type { DraftActions } from './use-draft-actions.ts'

type ChangeRowProps = { draft: ChangeDraft; environment: Environment; actions: DraftActions }

/** A change of a batch's text that was not saved there: the way on with it, or it can be deleted. */
export function ChangeRow({ draft, environment, actions }: ChangeRowProps) {
  const { id, of, updatedAt } = draft
  const title = editTitle(draft)
  return (
    <li className={`${rowLink.row} ${styles.row}`}>
      <div className={styles.main}>
        <Link ref={actions.focusRestored(id)} href={editAddress(of)} className={rowLink.link}>
          {title}
        </Link>
        <p className={styles.facts}>
          <ChangedAt at={updatedAt} />
          {of.place !== environment && <span>For {environmentName(of.place)}</span>}
          <span>Not saved in {environmentName(of.place)} yet</span>
        </p>
      </div>
      <Button kind="quiet" className={styles.menu} onClick={() => actions.remove(id, title)}>
        Delete
      </Button>
    </li>
  )
}
