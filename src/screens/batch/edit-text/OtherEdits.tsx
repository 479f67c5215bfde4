import { useState } from 'react'
import { differingTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { TextsDifference } from '#screens/batch/stored-texts/TextsDifference.tsx'
import { toTaskDetails } from '#drafts/request-of-texts.ts'
import type { UnsavedEdit } from '#drafts/store/unsaved-edit.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import type { EditForm } from './use-edit-form.ts'

type OtherEditsProps = { edit: EditForm; onGoOnWith: (other: UnsavedEdit) => void }

/** Changes of the same text that other windows keep, or kept before: all stay until somebody decides. */
export function OtherEdits({ edit: { others, form }, onGoOnWith }: OtherEditsProps) {
  const [compared, setCompared] = useState<UnsavedEdit | null>(null)
  if (others.length === 0) return null

  const goOnWith = (other: UnsavedEdit) => {
    setCompared(null)
    onGoOnWith(other)
  }
  return (
    <>
      <Notice
        tone="caution"
        role="alert"
        title="This browser keeps other unsaved changes of this text."
        actions={others.map((other) => (
          <Button key={other.key} onClick={() => setCompared(other)}>
            Compare with those of {exactMoment(other.savedAt)}
          </Button>
        ))}
      >
        <p>
          They are from another window, or from before. Nothing was overwritten: those and what is
          in the form are kept side by side.
        </p>
      </Notice>
      {compared && (
        <Dialog
          title="From what is in the form to the other changes"
          wide
          onClose={() => setCompared(null)}
          actions={
            <>
              <Button kind="primary" onClick={() => goOnWith(compared)}>
                Go on with the other changes
              </Button>
              <Button onClick={() => setCompared(null)}>Stay with these</Button>
            </>
          }
        >
          <p>Whichever you go on with, the rest stays kept in this browser.</p>
          <TextsDifference
            texts={differingTexts(toTaskDetails(form.getValues()), compared.texts)}
            names={['In the form', 'The other changes']}
          />
        </Dialog>
      )}
    </>
  )
}
