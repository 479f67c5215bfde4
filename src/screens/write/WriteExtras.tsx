import type { Environment } from '#contract/environment.ts'
import { labelOf, fieldOrder } from '#drafts/fields.ts'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { createLabel } from '#screens/write/submit/create-label.ts'
import type { Views } from './use-views.ts'
import type { WriteActions } from './use-write-actions.ts'
import type { Draft } from '#screens/write/draft/use-draft.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { addTemplate } from '#drafts/store/templates.ts'
import { NameDialog } from '#ui/dialogs/NameDialog.tsx'

const loadHistory = async () => (await import('#versions/HistoryDialog.tsx')).HistoryDialog

type WriteExtrasProps = {
  draft: Draft
  actions: WriteActions
  views: Views
  onSubmit: () => void
}

const group = 'This batch'

const sideViews = [
  ['view', 'Participant view'],
  ['checks', 'Checks'],
  ['request', 'Request'],
] as const

/** What can wait until the form is there: the list of its commands, its history, and templates. */
export function WriteExtras({ draft, actions, views, onSubmit }: WriteExtrasProps) {
  const { environment } = draft
  const { dialog, showDialog, startWithExample } = actions
  const close = () => showDialog(null)
  useCommands([
    ...sideViews.map(([view, name]) => ({
      name: `Show ${name}`,
      group,
      run: () => views.showSide(view),
    })),
    // Not the first, which Enter alone would do.
    { name: createLabel(environment), group, keys: 'Mod-Enter', run: onSubmit },
    ...fieldOrder.map((field) => ({
      name: `Go to ${labelOf(field)}`,
      group,
      run: () => actions.goTo(field),
    })),
    { name: 'Start from an example', group, run: startWithExample },
    { name: 'Save as template…', group, run: () => showDialog('template') },
    { name: 'History', group, run: () => showDialog('history') },
    { name: 'Start over', group, run: actions.startOver },
  ])

  const texts = draft.form.getValues()
  return (
    <>
      {dialog === 'template' && (
        <SaveTemplateDialog
          environment={environment}
          texts={texts}
          onSaved={(name) => draft.say(`“${name}” was saved to your templates.`)}
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
                actions.startWith(DraftTexts.parse(restored.texts), message)
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
  environment: Environment
  texts: BatchDraft
  /** Called with the name once it is kept. */
  onSaved: (name: string) => void
  onClose: () => void
}

/** Keeps what is written as a template, under a name to be chosen. */
function SaveTemplateDialog({ environment, texts, onSaved, onClose }: SaveTemplateDialogProps) {
  return (
    <NameDialog
      title="Save as a template"
      action="Save template"
      name={texts.batchName.trim() || texts.taskTitle.trim()}
      onName={async (name) => {
        await addTemplate({ name, place: environment, texts })
        onSaved(name)
      }}
      onClose={onClose}
    />
  )
}
