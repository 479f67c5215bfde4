import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'
import { isNeverShown } from '#contract/dataset-schema.ts'
import { makingIn, type DraftData } from '#dataset/store/draft-data.ts'
import { dataAddress } from '#dataset/store/handed-file.ts'
import { openDraftData } from '#dataset/worker/open-draft-data.ts'
import type { Prepared } from '#dataset/worker/table-service.ts'
import type { Environment } from '#contract/environment.ts'
import { DatasetFacts } from '#outbox/dataset/DatasetFacts.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './ReviewDialog.module.css'

/** What the spreadsheet of a draft makes; null when its file is not in this browser any more. */
type Look = UseQueryResult<Prepared | null>

/** Looks at the spreadsheet behind a draft, if there is one that no dataset was made of. */
export function useReviewedData(data: DraftData | null): Look {
  return useQuery({
    queryKey: ['reviewed data', data?.draft, data?.rev],
    queryFn: async () => {
      const open = data && (await openDraftData(data))
      open?.tables.close()
      return open?.prepared ?? null
    },
    enabled: data !== null,
    retry: false,
    staleTime: 0,
  })
}

/** Whether a dataset can be made of what was looked at. */
export const canBeMade = ({ data }: Look) =>
  Boolean(data && !data.findings.some(({ level }) => level === 'must'))

/** The columns that questions can show once the dataset is made. */
export const shownColumns = ({ recipe }: DraftData) =>
  recipe.columns.flatMap(({ key, use }) => (use === 'left_out' || isNeverShown(use) ? [] : [key]))

type ReviewDataProps = {
  environment: Environment
  data: DraftData
  look: Look
  isWanted: boolean
  onWant: (isWanted: boolean) => void
}

/** The dataset that is made before the batch, unless somebody wants the batch without it. */
export function ReviewData({ environment, data, look, isWanted, onWant }: ReviewDataProps) {
  const id = useId()
  const { data: prepared, isPending, isError } = look
  const blocking = prepared?.findings.filter(({ level }) => level === 'must') ?? []
  const isBegun = Boolean(makingIn(data, environment)?.create)
  const toData = <Link href={dataAddress(environment, data.draft)}>Open your data</Link>
  return (
    <section className={styles.data} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>First, the dataset</h3>
      <label className={styles.tick} htmlFor={`${id}-wanted`}>
        <input
          id={`${id}-wanted`}
          type="checkbox"
          checked={isWanted}
          onChange={(event) => onWant(event.target.checked)}
        />
        <span>
          Make a dataset of {data.file.name}, and attach it to the batch. It cannot be renamed or
          deleted later.
        </span>
      </label>
      {isWanted && isBegun && (
        <p>It was begun before, and goes on from where it stopped. Nothing is done twice.</p>
      )}
      {isWanted && isPending && <p role="status">Reading {data.file.name}…</p>}
      {isWanted && (isError || prepared === null) && (
        <Notice tone="caution" role="alert" title={`${data.file.name} cannot be read here.`}>
          <p>The file is not in this browser any more. {toData} and choose it again.</p>
        </Notice>
      )}
      {isWanted && blocking.length > 0 && (
        <Notice tone="bad" role="alert" title="Fix your data first.">
          <ul>
            {blocking.map(({ id: finding, message }) => (
              <li key={finding}>{message}</li>
            ))}
          </ul>
          <p>{toData}</p>
        </Notice>
      )}
      {isWanted && prepared && (
        <DatasetFacts name={data.name} recipe={data.recipe} prepared={prepared} />
      )}
    </section>
  )
}
