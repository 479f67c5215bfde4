import { useRef, useState } from 'react'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import {
  deleteDraft,
  duplicateDraft,
  renameDraft,
  restoreDraft,
  type DeletedDraft,
} from '#drafts/store/drafts.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { addTemplate } from '#drafts/store/templates.ts'
import { forgetOpenDraft } from '#storage/visits.ts'

/** A deleted draft and what it went by. */
export type Deleted = DeletedDraft & { title: string }

export type DraftActions = ReturnType<typeof useDraftActions>

/** What can be done to a draft in the list. */
export function useDraftActions() {
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const restored = useRef('')
  const [failed, setFailed] = useState('')

  const attempt = async (action: () => Promise<unknown>, message: string) => {
    setFailed('')
    try {
      await action()
      return true
    } catch {
      setFailed(message)
      return false
    }
  }

  return {
    /** What was deleted last. The way back stays for as long as the page does. */
    deleted,
    /** A `ref` for the way to a draft: what was brought back takes the focus, once. */
    focusRestored: (id: string) => (link: HTMLElement | null) => {
      if (!link || restored.current !== id) return
      restored.current = ''
      link.focus()
    },
    failed,
    rename: (id: string, name: string) =>
      attempt(() => renameDraft(id, name), 'The draft could not be renamed.'),
    duplicate: (id: string) =>
      attempt(() => duplicateDraft(id), 'The draft could not be duplicated.'),
    keepAsTemplate: ({ place: environment, texts }: DraftEnvelope, name: string) =>
      attempt(
        () => addTemplate({ name, place: environment, texts: DraftTexts.parse(texts) }),
        'The draft could not be saved as a template.',
      ),
    remove: (id: string, title: string) =>
      attempt(async () => {
        const gone = await deleteDraft(id)
        forgetOpenDraft(id)
        if (gone) setDeleted({ ...gone, title })
      }, 'The draft could not be deleted.'),
    undo: () =>
      attempt(async () => {
        if (!deleted) return
        restored.current = deleted.id
        await restoreDraft(deleted)
        setDeleted(null)
      }, 'The draft could not be restored.'),
  }
}
