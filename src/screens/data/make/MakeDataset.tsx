import type { Backend } from '#contract/app-config.ts'
import { makingIn } from '#dataset/store/draft-data.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { saveBlob } from '#ui/save-file.ts'
import { DatasetForm } from './DatasetForm.tsx'
import styles from './MakeDataset.module.css'
import { MakingSteps } from './MakingSteps.tsx'
import { useMaking } from './use-making.ts'

type MakeDatasetProps = { session: DataSession; state: Ready; backend: Backend | undefined }

/** The last step: the rows become a dataset. */
export function MakeDataset({ session, state, backend }: MakeDatasetProps) {
  const actions = useMaking(session, state, backend)
  const making = makingIn(state.data, session.environment)
  return (
    <section className={styles.section} aria-labelledby="data-make">
      <h2 id="data-make">Make the dataset</h2>
      {making ? (
        <MakingSteps
          session={session}
          state={state}
          making={making}
          actions={actions}
          backend={backend}
        />
      ) : backend && backend.uploads !== true ? (
        <WithoutUploads session={session} state={state} backend={backend} />
      ) : backend?.connected === false ? (
        <NotConnected backend={backend} />
      ) : (
        <DatasetForm session={session} state={state} backend={backend} actions={actions} />
      )}
    </section>
  )
}

/** A workspace can be chosen, and anything be sent, only with a token. */
function NotConnected({ backend }: { backend: Backend }) {
  return (
    <div className={styles.form}>
      <p>
        Your rows and choices are kept.{' '}
        <HereLink open="connection" className="">
          Connect to {backend.name}
        </HereLink>{' '}
        to make the dataset there.
      </p>
    </div>
  )
}

type WithoutUploadsProps = Pick<MakeDatasetProps, 'session' | 'state'> & { backend: Backend }

/** Where the page is served without a server of ours: the file that the service's own page takes. */
function WithoutUploads({ session, state, backend }: WithoutUploadsProps) {
  const { recipe, name } = state.data
  const save = async () => {
    const { file } = await session.ask((service) => service.upload(recipe))
    saveBlob(`${name}.jsonl`, file)
  }
  return (
    <div className={styles.form}>
      <p>
        This copy of Batch Composer has no server that can upload files. Save the rows, upload the
        file in {backend.name}, then paste the dataset’s id in your task.
      </p>
      <div>
        <Button kind="primary" onClick={() => void save()}>
          Save the rows (JSON Lines)
        </Button>
      </div>
    </div>
  )
}
