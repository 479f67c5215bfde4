import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { counted } from '#ui/counted.ts'
import { Field } from '#ui/forms/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { saveBlob } from '#ui/save-file.ts'
import styles from './MakeDataset.module.css'
import { MakingSteps } from './MakingSteps.tsx'
import { useMaking } from './use-making.ts'

type MakeDatasetProps = { session: DataSession; state: Ready; backend: Backend | undefined }

/** The last step: the rows become a dataset. */
export function MakeDataset({ session, state, backend }: MakeDatasetProps) {
  const actions = useMaking(session, state, backend)
  const { making } = state.data
  return (
    <section className={styles.section} aria-labelledby="data-make">
      <h2 id="data-make">Make the dataset</h2>
      {session.environment === 'prolific' ? (
        <ForProlific session={session} state={state} />
      ) : making ? (
        <MakingSteps
          session={session}
          state={state}
          making={making}
          actions={actions}
          backend={backend}
        />
      ) : (
        <Wish session={session} state={state} backend={backend} actions={actions} />
      )}
    </section>
  )
}

type WishProps = MakeDatasetProps & { actions: ReturnType<typeof useMaking> }

function Wish({ session, state, backend, actions }: WishProps) {
  const { data, prepared } = state
  const [name, setName] = useState(data.name)
  const { data: list } = useQuery(workspaces(backend))
  const [chosen, setChosen] = useState('')
  const workspaceId = chosen || (list?.[0]?.id ?? '')
  const [wasPressed, setWasPressed] = useState(false)
  const id = useId()
  const blocking = prepared.findings.filter(({ level }) => level === 'must')
  const isNamed = name.trim() !== ''
  const make = () => {
    setWasPressed(true)
    if (!isNamed || workspaceId === '' || blocking.length > 0) return
    void actions.start(name.trim(), workspaceId)
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
      {list && list.length > 1 && (
        <Field id={`${id}-workspace`} label="Workspace">
          <select
            id={`${id}-workspace`}
            className={control.control}
            value={workspaceId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {list.map((workspace) => (
              <option key={workspace.id} value={workspace.id}>
                {workspace.title || workspace.id}
              </option>
            ))}
          </select>
        </Field>
      )}
      <label className={styles.tick} htmlFor={`${id}-strict`}>
        <input
          id={`${id}-strict`}
          type="checkbox"
          checked={data.recipe.strict}
          onChange={(event) => void session.setStrict(event.target.checked)}
        />
        <span>
          Reject rows with an empty cell
          <span className={styles.quiet}> Otherwise the cell is simply left out of the item.</span>
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
        </Button>
      </div>
    </form>
  )
}

/** Until datasets can be made in Prolific from here: the file that its own page takes. */
function ForProlific({ session, state }: Pick<MakeDatasetProps, 'session' | 'state'>) {
  const { recipe, name } = state.data
  const save = async () => {
    const { file } = await session.ask((service) => service.upload(recipe))
    saveBlob(`${name}.jsonl`, file)
  }
  return (
    <div className={styles.form}>
      <p>
        Datasets are made in Practice for now. For Prolific, save the rows, upload the file there,
        and paste the dataset’s id in your task.
      </p>
      <div>
        <Button kind="primary" onClick={() => void save()}>
          Save the rows (JSON Lines)
        </Button>
      </div>
    </div>
  )
}
