import type { Place } from '#contract/environment.ts'
import { fieldNames, fieldOrder, type FieldName } from '#drafts/store/draft-fields.ts'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { FirstSteps } from '#screens/write/notices/FirstSteps.tsx'
import type { SideView } from './SidePanel.tsx'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { addTemplate } from '#drafts/store/templates.ts'
import { NameDialog } from '#ui/dialogs/NameDialog.tsx'

const loadHistory = async () =>
  (await import('#screens/write/notices/HistoryDialog.tsx')).HistoryDialog

type WriteExtrasProps = {
  draft: Draft
  place: Place
  /** What the primary button says. */
  action: string
  onSubmit: () => void
  onExample: () => void
  /** Puts other texts into the form, with a message that says so. */
  onReplace: (texts: BatchDraft, message: string) => void
  onStartOver: () => void
  onSide: (view: SideView) => void
  /** Whether the participant view is all that is shown, as on a phone. */
  viewShown: boolean
  onGoTo: (field: FieldName) => void
  /** What is open over the form. */
  dialog: WriteDialog | null
  onDialog: (dialog: WriteDialog | null) => void
}

/** What can be opened over the form, besides what belongs to sending. */
export type WriteDialog = 'history' | 'template'

const group = 'This batch'

const views = [
  ['view', 'Participant view'],
  ['checks', 'Checks'],
  ['request', 'Request'],
] as const

/** What can wait until the form is there: the list of its commands, its history, and templates. */
export function WriteExtras(props: WriteExtrasProps) {
  const { draft, place, action, onSubmit, onExample, onStartOver, onSide, onGoTo } = props
  const { onReplace, viewShown, dialog, onDialog } = props
  const close = () => onDialog(null)
  useCommands([
    ...views.map(([view, name]) => ({ name: `Show ${name}`, group, run: () => onSide(view) })),
    // Not the first, which Enter alone would do.
    { name: action, group, keys: 'Mod-Enter', run: onSubmit },
    ...fieldOrder.map((field) => ({
      name: `Go to ${fieldNames[field]}`,
      group,
      run: () => onGoTo(field),
    })),
    { name: 'Start from an example', group, run: onExample },
    { name: 'Save as template…', group, run: () => onDialog('template') },
    { name: 'History', group, run: () => onDialog('history') },
    { name: 'Start over', group, run: onStartOver },
  ])

  const texts = draft.form.getValues()
  return (
    <>
      {place === 'practice' && (
        <FirstSteps
          form={draft.form}
          viewShown={viewShown}
          onExample={onExample}
          onView={() => onSide('view')}
        />
      )}
      {dialog === 'template' && (
        <SaveTemplateDialog
          place={place}
          texts={texts}
          onSaved={(name) => draft.say(`“${name}” is among your templates.`)}
          onClose={close}
        />
      )}
      {dialog === 'history' && (
        <Later load={loadHistory} name="the history">
          {(HistoryDialog) => (
            <HistoryDialog
              id={draft.id}
              now={texts}
              onRestore={(restored, message) => {
                close()
                onReplace(restored, message)
              }}
              onClose={close}
            />
          )}
        </Later>
      )}
    </>
  )
}

type SaveTemplateDialogProps = {
  place: Place
  texts: BatchDraft
  /** Called with the name once it is kept. */
  onSaved: (name: string) => void
  onClose: () => void
}

/** Keeps what is written as a template, under a name to be chosen. */
function SaveTemplateDialog({ place, texts, onSaved, onClose }: SaveTemplateDialogProps) {
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
