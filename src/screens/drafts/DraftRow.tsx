import { useState, useId, useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { environmentName, type Environment } from '#contract/environment.ts'
import { toDraftFile } from '#drafts/file-format/draft-file.ts'
import { saveFile } from '#ui/save-file.ts'
import { draftTitle, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { whatIsMissing } from '#drafts/what-is-missing.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import rowLink from '#ui/row-link.module.css'
import { ChangedAt } from './ChangedAt.tsx'
import styles from './DraftRow.module.css'
import type { DraftActions } from './use-draft-actions.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Field } from '#ui/forms/Field.tsx'

type DraftRowProps = { draft: DraftEnvelope; environment: Environment; actions: DraftActions }

/** One draft: what it goes by, when it was changed, what is missing, and what can be done with it. */
export function DraftRow({ draft, environment, actions }: DraftRowProps) {
  const [, navigate] = useLocation()
  const [renaming, setRenaming] = useState(false)
  const { id, batch, updatedAt } = draft
  const title = draftTitle(draft)
  // Its questions are checked for this: not again with each letter of a search.
  const state = useMemo(() => completeness(draft), [draft])
  const saveTemplate = async () => {
    if (await actions.keepAsTemplate(draft, title)) navigate(`/${environment}/templates`)
  }
  const menu = [
    ...(batch ? [] : [{ text: 'Rename…', run: () => setRenaming(true) }]),
    { text: 'Duplicate', run: () => actions.duplicate(id) },
    { text: 'Save as template', run: () => void saveTemplate() },
    { text: 'Download as a file', run: () => download(draft) },
    { text: 'Delete', run: () => actions.remove(id, title) },
  ]
  return (
    <li className={`${rowLink.row} ${styles.row}`}>
      <div className={styles.main}>
        <Link
          ref={actions.focusRestored(id)}
          href={`/${draft.place}/new?draft=${encodeURIComponent(id)}`}
          className={rowLink.link}
        >
          {title}
        </Link>
        <p className={styles.facts}>
          <ChangedAt at={updatedAt} />
          {draft.place !== environment && <span>For {environmentName(draft.place)}</span>}
          {batch ? (
            <Link href={`/${batch.place}/batches/${encodeURIComponent(batch.id)}`}>
              Open the batch
            </Link>
          ) : (
            <span>{state}</span>
          )}
        </p>
      </div>
      <Menu name={`More actions for “${title}”`} label="More" className={styles.menu}>
        {(close) =>
          menu.map(({ text, run }) => (
            <button
              key={text}
              type="button"
              className={itemStyles.item}
              onClick={() => {
                close()
                run()
              }}
            >
              {text}
            </button>
          ))
        }
      </Menu>
      {renaming && (
        <RenameDialog
          name={draft.name}
          otherwise={draftTitle({ ...draft, name: '' })}
          onRename={(name) => {
            setRenaming(false)
            void actions.rename(id, name)
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  )
}

function completeness({ texts }: DraftEnvelope) {
  const missing = whatIsMissing(DraftTexts.parse(texts))
  return missing === null ? 'Nothing is missing' : `${missing.count}: ${missing.names}`
}

function download({ name, place: environment, texts }: DraftEnvelope) {
  const file = toDraftFile([{ name, place: environment, texts: DraftTexts.parse(texts) }])
  saveFile('batch-draft.json', `${JSON.stringify(file, null, 2)}\n`)
}

type RenameDialogProps = {
  name: string
  /** What the draft goes by when it has no name of its own. */
  otherwise: string
  onRename: (name: string) => void
  onClose: () => void
}

/** Asks what a draft is to be called in this browser. */
function RenameDialog({ name, otherwise, onRename, onClose }: RenameDialogProps) {
  const [text, setText] = useState(name)
  const form = useId()
  const field = useId()
  return (
    <Dialog
      title="Rename draft"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            Rename
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          onRename(text.trim())
        }}
      >
        <Field
          id={field}
          label="Draft name"
          help={`Only you see this name. If you leave it empty, the draft is called “${otherwise}”.`}
        >
          <input
            ref={hasFirstFocus}
            id={field}
            className={control.control}
            value={text}
            maxLength={200}
            autoComplete="off"
            aria-describedby={`${field}-help`}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
