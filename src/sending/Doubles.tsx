import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import type { Intent } from '#storage/intent.ts'
import { attemptsInDoubt } from '#storage/intent-state.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { exactTime, exactTimeOf } from '#ui/moment.ts'
import { lookForDoubles } from './look-for-batch.ts'
import { OfBatch } from './OfBatch.tsx'
import styles from './UncertainSends.module.css'

const LOOKS = 3
const BETWEEN_LOOKS_MS = 20_000

/** Looks three times within a minute: what was sent first may be carried out last. */
const doublesOf = (backend: Backend, intent: Intent) =>
  queryOptions({
    queryKey: [backend.place, 'doubles', intent.id],
    queryFn: ({ client }) => lookForDoubles(client, backend, intent),
    retry: false,
    refetchInterval: ({ state }) => {
      const looks = state.dataUpdateCount + state.errorUpdateCount
      return state.data?.length || looks >= LOOKS ? false : BETWEEN_LOOKS_MS
    },
  })

/** Whether more than one of the requests of an intent may have been carried out. */
export function mayBeDoubled(intent: Intent) {
  return attemptsInDoubt(intent).length > 1
}

/** Says whether a second batch came of something that was sent again. */
export function Doubles({ backend, intent }: { backend: Backend; intent: Intent }) {
  const { data, isFetching, isError, dataUpdatedAt, refetch } = useQuery(doublesOf(backend, intent))
  const found = data ?? []
  if (found.length > 0) {
    return (
      <>
        <p>
          It was sent more than once, and more than one batch came of it. None can be deleted: use
          one, and leave the rest without setting it up.
        </p>
        <ul className={styles.candidates}>
          {found.map(({ id, created_at }) => (
            <li key={id}>
              <LinkButton href={`/${backend.place}/batches/${id}`}>
                Open the other, of {exactTimeOf(created_at)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <div className={styles.candidate}>
      <p aria-live="polite">
        It was sent more than once. {isFetching && `Looking in ${backend.name} for a second one…`}
        {!isFetching && isError && 'The list could not be loaded to look for a second one.'}
        {!isFetching &&
          data &&
          !isError &&
          `There is no second one in the list of ${exactTime(dataUpdatedAt)}.`}
      </p>
      <Button kind="quiet" onClick={() => refetch()} aria-disabled={isFetching}>
        Look again
        <OfBatch name={intent.name} />
      </Button>
    </div>
  )
}
