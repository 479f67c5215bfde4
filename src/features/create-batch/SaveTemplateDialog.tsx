import type { Place } from '#contract/place.ts'
import { addTemplate } from '#storage/templates.ts'
import { NameDialog } from '#ui/NameDialog.tsx'
import type { BatchDraft } from './batch-draft.ts'

type SaveTemplateDialogProps = {
  place: Place
  texts: BatchDraft
  /** Called with the name once it is kept. */
  onSaved: (name: string) => void
  onClose: () => void
}

/** Keeps what is written as a template, under a name to be chosen. */
export function SaveTemplateDialog({ place, texts, onSaved, onClose }: SaveTemplateDialogProps) {
  return (
    <NameDialog
      title="Save as a template"
      action="Save template"
      name={texts.batchName.trim() || texts.taskTitle.trim()}
      onName={async (name) => {
        await addTemplate({ name, place, texts })
        onSaved(name)
      }}
      onClose={onClose}
    />
  )
}
