import { useState } from 'react'
import type { OwnTemplate } from '#drafts/store/templates.ts'
import { Button } from '#ui/Button.tsx'
import { NameDialog } from '#ui/dialogs/NameDialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { takesFocus } from '#ui/dialogs/dialog-focus.ts'
import type { TemplateChoice } from './template-choice.ts'
import { TemplateGrid } from './TemplateGrid.tsx'
import styles from './TemplatesPage.module.css'
import type { useOwnTemplates } from './use-own-templates.ts'

type OwnTemplatesProps = {
  own: ReturnType<typeof useOwnTemplates>
  found: readonly TemplateChoice[]
  searching: boolean
  onPreview: (id: string) => void
  onUse: (choice: TemplateChoice) => void
}

/** The templates of this browser, first of all, and what can be done with them. */
export function OwnTemplates({ own, found, searching, onPreview, onUse }: OwnTemplatesProps) {
  const [deleted, setDeleted] = useState<OwnTemplate | null>(null)
  const [renaming, setRenaming] = useState<OwnTemplate | null>(null)

  const remove = async (template: OwnTemplate) => {
    await own.remove(template.id)
    setDeleted(template)
  }
  const restore = async (template: OwnTemplate) => {
    await own.put(template)
    setDeleted(null)
  }

  return (
    <>
      {own.unreadable && (
        <Notice tone="caution" role="status" title="This browser cannot store templates.">
          <p>
            This may be a private window, or its storage may be blocked. The templates below still
            work.
          </p>
        </Notice>
      )}
      {own.failed && (
        <Notice tone="bad" role="alert" title="The change could not be saved.">
          <p>This browser’s storage may be full. Delete what you no longer need, then try again.</p>
        </Notice>
      )}
      <div role="status" className={styles.done}>
        {deleted && (
          <>
            “{deleted.name}” was deleted.
            <Button
              ref={takesFocus}
              kind="quiet"
              onClick={() => void restore(deleted).catch(() => {})}
            >
              Undo
            </Button>
          </>
        )}
      </div>
      {found.length > 0 ? (
        <TemplateGrid
          title="Your templates"
          choices={found}
          onPreview={onPreview}
          onUse={onUse}
          ownActions={{
            onRename: setRenaming,
            // A change that fails is told of above.
            onDelete: (template) => void remove(template).catch(() => {}),
          }}
        />
      ) : (
        own.templates &&
        !searching && (
          <p className={styles.quiet}>
            Your own templates appear here. Write a task, then choose{' '}
            <strong>Save as template…</strong> below the form.
          </p>
        )
      )}
      {renaming && (
        <NameDialog
          title="Rename template"
          action="Rename"
          name={renaming.name}
          onName={(name) => own.put({ ...renaming, name })}
          onClose={() => setRenaming(null)}
        />
      )}
    </>
  )
}
