import { useState } from 'react'
import type { FieldName } from '#drafts/fields.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { fieldId, focusField, type TextName } from '#screens/write/fields/form-fields.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'

/** What can be open over the form, besides what belongs to sending. */
export type WriteDialog = 'history' | 'template'

export type WriteActions = ReturnType<typeof useWriteActions>

type Around = {
  /** Shows the form, where there is room for one column only. */
  showForm: () => void
  /** The notice about the last attempt to create a batch goes with what it was about. */
  forgetOutcome: () => void
}

/** What can be done to a draft from anywhere on its screen: by buttons, links, commands and dialogs. */
export function useWriteActions(draft: Draft, { showForm, forgetOutcome }: Around) {
  const [dialog, setDialog] = useState<WriteDialog | null>(null)
  // On a narrow screen the form gets its place back with the next frame.
  const inForm = (action: () => void) => {
    showForm()
    requestAnimationFrame(action)
  }
  const startWith = (texts: BatchDraft, message: string) => {
    forgetOutcome()
    draft.replace(texts, message)
  }
  const fillExample = async () => {
    const loaded = await import('#screens/write/draft/example-draft.ts').catch(() => null)
    if (!loaded) {
      return draft.say('The example could not be loaded. Check that the server is running.')
    }
    const example = loaded.exampleDraft(draft.environment, draft.form.getValues('batchName'))
    startWith(example, 'The example was added.')
    // The button that was pressed is gone.
    // The form itself knows its fields again only once it was drawn.
    inForm(() => document.getElementById(fieldId('taskTitle'))?.focus())
  }
  return {
    /** Puts other texts into the form, with a message that says so; it can be undone. */
    startWith,
    startWithExample: () => void fillExample(),
    startOver: () => startWith(blankTexts, 'Everything was cleared.'),
    /** Moves the focus to a field. */
    goTo: (field: FieldName) => inForm(() => focusField(draft.form, field)),
    /** Opens the questions and moves the focus to the card of one. */
    goToCard: (at: ItemAddress) => {
      draft.wantedCard.set(at)
      inForm(() => focusField(draft.form, 'questions'))
    },
    /** Shows a place of a text and selects it. */
    reveal: (field: TextName, at: TextPosition) => inForm(() => draft.channels[field].reveal(at)),
    /** What is open over the form. */
    dialog,
    showDialog: (wanted: WriteDialog | null) => {
      // It shows or keeps what is written, the last key included.
      draft.flush()
      setDialog(wanted)
    },
  }
}
