import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { workspaceOfDraft } from '#drafts/store/attach-dataset.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { counted } from '#ui/counted.ts'
import { Field } from '#ui/forms/Field.tsx'
import { IdPicker } from '#ui/forms/IdPicker.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './MakeDataset.module.css'
import { MakeReview } from './MakeReview.tsx'
import type { useMaking } from './use-making.ts'

type DatasetFormProps = {
  session: DataSession
  state: Ready
  backend: Backend | undefined
  actions: ReturnType<typeof useMaking>
}

/** What a dataset is to be called and where it belongs, before it is made. */
export function DatasetForm({ session, state, backend, actions }: DatasetFormProps) {
  const { data, prepared } = state
  const id = useId()
  const [name, setName] = useState(data.name)
  const [wasPressed, setWasPressed] = useState(false)
  const [isReviewed, setIsReviewed] = useState(false)
  const workspace = useWorkspace(session, backend)
  const blocking = prepared.findings.filter(({ level }) => level === 'must')
  const isNamed = name.trim() !== ''
  const isPractice = session.environment === 'practice'
  const start = () => {
    setIsReviewed(false)
    void actions.start({ name: name.trim(), workspaceId: workspace.id })
  }
  const make = () => {
    setWasPressed(true)
    if (!isNamed || workspace.id === '' || blocking.length > 0) return
    if (isPractice) start()
    else setIsReviewed(true)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <Field
        id={`${id}-name`}
        label="Name of the dataset"
        help={<p>Only your team sees it. It cannot be changed later.</p>}
        error={wasPressed && !isNamed ? 'Give the dataset a name.' : undefined}
      >
        <input
          id={`${id}-name`}
          className={control.control}
          value={name}
          autoComplete="off"
          aria-required
          aria-invalid={wasPressed && !isNamed}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void session.rename(name)}
        />
      </Field>
      {(!isPractice || (workspace.options?.length ?? 0) > 1) && (
        <IdPicker
          id={`${id}-workspace`}
          label="Workspace"
          options={workspace.options}
          none={workspace.options ? 'Choose a workspace' : 'Loading workspaces…'}
          other="Another workspace: paste its id…"
          pasteLabel="Workspace id"
          help={workspace.isUnknown && 'The list of workspaces could not be loaded. Paste the id.'}
          error={
            wasPressed && workspace.id === ''
              ? 'Choose the workspace that the dataset belongs to.'
              : undefined
          }
          value={workspace.id}
          onChange={workspace.choose}
        />
      )}
      <label className={styles.tick} htmlFor={`${id}-strict`}>
        <input
          id={`${id}-strict`}
          type="checkbox"
          checked={data.recipe.strict}
          onChange={(event) => void session.setStrict(event.target.checked)}
        />
        <span>
          Reject rows with an empty cell{' '}
          <span className={styles.quiet}>Otherwise the cell is left out of the item.</span>
        </span>
      </label>
      <details>
        <summary className={styles.summary}>For developers: the schema</summary>
        <pre className={styles.code}>{JSON.stringify(prepared.schema, null, 2)}</pre>
      </details>
      {wasPressed && blocking.length > 0 && (
        <Notice tone="bad" role="alert" title="Fix this first">
          <ul>
            {blocking.map(({ id: finding, message }) => (
              <li key={finding}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" aria-disabled={actions.busy || state.busy}>
          Make a dataset of {counted(prepared.rows, 'item')}
          {!isPractice && '…'}
        </Button>
      </div>
      {isReviewed && backend && (
        <MakeReview
          backend={backend}
          state={state}
          name={name.trim()}
          workspace={workspace.title}
          onConfirm={start}
          onClose={() => setIsReviewed(false)}
        />
      )}
    </form>
  )
}

/** The workspace of the draft, or the only one there is, until somebody chooses. */
function useWorkspace({ draft, environment }: DataSession, backend: Backend | undefined) {
  const { data: list, isError } = useQuery(workspaces(backend))
  const { data: ofDraft } = useQuery({
    queryKey: ['workspace of draft', draft, environment],
    queryFn: () => workspaceOfDraft(draft, environment),
    retry: false,
    staleTime: 0,
  })
  const [chosen, choose] = useState<string | null>(null)
  const sole = list?.length === 1 ? list[0]?.id : undefined
  const id = chosen ?? (ofDraft || (sole ?? ''))
  return {
    id,
    title: list?.find((one) => one.id === id)?.title || id,
    options: isError ? [] : list?.map((one) => ({ id: one.id, label: one.title || one.id })),
    isUnknown: isError,
    choose,
  }
}
