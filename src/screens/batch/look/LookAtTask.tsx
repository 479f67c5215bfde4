import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { explainFailure } from '#api/explain-failure.ts'
import { previewAddress, taskGroups } from '#api/task-groups.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { Button } from '#ui/Button.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { OutsideLink } from '#ui/OutsideLink.tsx'
import styles from './LookAtTask.module.css'

const loadGroup = async () => (await import('./FirstGroup.tsx')).FirstGroup

type LookAtTaskProps = { backend: Backend; batch: Batch }

/** From a batch that is ready to its task as one participant will see it. */
export function LookAtTask({ backend, batch }: LookAtTaskProps) {
  return backend.place === 'practice' ? (
    <LookHere backend={backend} batch={batch} />
  ) : (
    <LookInProlific backend={backend} batch={batch} />
  )
}

/** Prolific shows the task itself. Its address is made of the id of a group, which has to be asked for. */
function LookInProlific({ backend, batch }: LookAtTaskProps) {
  const { data, error, isFetching, refetch } = useQuery(taskGroups(backend, batch.id))
  const words = 'Look at it in Prolific'
  const first = data?.[0]
  if (first !== undefined) {
    return (
      <OutsideLink kind="primary" href={previewAddress(batch.id, first)}>
        {words}
      </OutsideLink>
    )
  }
  return (
    <>
      <Button kind="primary" aria-disabled={isFetching} onClick={() => !isFetching && refetch()}>
        {words}
      </Button>
      {!isFetching && (
        <p className={styles.note} role="status">
          {error
            ? `The address of the preview could not be read. ${explainFailure(error.failure, backend.name).title} Press the button to try again.`
            : 'Prolific names no groups of this batch yet. Press the button to try again.'}
        </p>
      )}
    </>
  )
}

function LookHere({ backend, batch }: LookAtTaskProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Look at it as a participant
      </Button>
      {isOpen && (
        <Later load={loadGroup} name="the task">
          {(FirstGroup) => (
            <FirstGroup backend={backend} batch={batch} onClose={() => setOpen(false)} />
          )}
        </Later>
      )}
    </>
  )
}
