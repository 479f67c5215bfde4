import type { ProfileName } from '#html/profile/profile-names.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { batchesOf } from '#api/batches.ts'
import { namesOf, useDatasetColumns } from '#api/datasets/use-dataset-columns.ts'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { missingColumns, missingColumnsInWords } from '#contract/questions/missing-columns.ts'
import { wordsOfItems } from '#contract/questions/words-of-items.ts'
import { valueAt } from '#contract/json-value.ts'
import type { DraftData } from '#dataset/store/draft-data.ts'
import { formSwitches, labelOf, pathOf } from '#drafts/fields.ts'
import { placeholders, placeholdersIn } from '#html/checks/placeholders.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseText, type ParsedText } from '#html/parse/parsed-text.ts'
import { readableText } from '#html/words/readable-text.ts'
import { sendsOf } from '#outbox/send/sends-of-draft.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Facts } from '#ui/dialogs/Facts.tsx'
import { exactMoment } from '#ui/moment.ts'
import { Notice } from '#ui/Notice.tsx'
import { canBeMade, ReviewData, shownColumns, useReviewedData } from './ReviewData.tsx'
import styles from './ReviewDialog.module.css'

type ReviewDialogProps = {
  backend: Backend
  request: CreateBatchRequest
  /** What Prolific is taken to keep of the formatting. */
  keeps: ProfileName
  /** The texts as written, where formatting was left out of the request on purpose. */
  leftOutOf: readonly string[]
  draft: string
  /** The spreadsheet that is to become the dataset first; null when there is none. */
  data: DraftData | null
  /**
   * With whether it was said here that a batch was created from the draft before, and whether the
   * dataset is made first.
   */
  onConfirm: (saidBefore: boolean, withData: boolean) => void
  onClose: () => void
}

const FIRST_WORDS = 160
const NO_DATASET = 'No dataset yet: attach it when you set up the batch'

/** Everything there is to confirm before something is created that cannot be deleted. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { backend, request, keeps, leftOutOf, draft, data, onConfirm, onClose } = props
  const { name, workspace_id, dataset_id, task_details, batch_items } = request
  const { data: workspaceList } = useQuery(workspaces(backend))
  const { data: batches, isError } = useQuery({ ...batchesOf(backend, workspace_id), staleTime: 0 })
  const { data: sends } = useQuery({
    queryKey: ['sends', draft],
    queryFn: () => sendsOf(draft),
    staleTime: 0,
  })
  const before = sends?.created
  const [wantsData, setWantsData] = useState(true)
  const withData = data !== null && wantsData
  const look = useReviewedData(data)
  const isReady = !withData || canBeMade(look)
  const workspace = workspaceList?.find(({ id }) => id === workspace_id)?.title
  const sameName = (batches ?? []).filter((batch) => batch.name === name).length
  const { task_name, task_introduction, task_steps } = task_details
  const parsed = [task_introduction, task_steps].map(parseText)
  const outside = (text: ParsedText) => outsideFindings(text, keeps)
  const doubtful = parsed.flatMap(outside).length
  const leftOut = leftOutOf.map(parseText).flatMap(outside).length
  const open = [
    ...placeholdersIn(task_name),
    ...parsed.flatMap((text) => placeholders(text).map(({ position }) => position.quote)),
    ...wordsOfItems(batch_items).flatMap(({ words }) =>
      placeholdersIn(words.replaceAll(/<[^>]*>/g, '')),
    ),
  ]

  const known = namesOf(useDatasetColumns(backend, dataset_id ?? '', batch_items !== undefined))
  const columns = withData ? shownColumns(data) : known
  const missing = missingColumns(batch_items, columns)

  const rows: [string, string][] = [
    [labelOf('workspaceId'), workspace ? `${workspace} (${workspace_id})` : workspace_id],
    [labelOf('batchName'), name],
    [labelOf('taskTitle'), task_name],
    [labelOf('introduction'), firstWords(task_introduction)],
    [labelOf('steps'), firstWords(task_steps)],
    [labelOf('datasetId'), dataset_id ?? (withData ? data.name : NO_DATASET)],
    [labelOf('questions'), batch_items ? 'Included' : 'None yet: add them in Prolific'],
    ...formSwitches.map((field): [string, string] => [
      labelOf(field),
      valueAt(request, pathOf(field)) === true ? 'Yes' : 'No',
    ]),
  ]

  return (
    <Dialog
      title={`Create this batch in ${backend.name}?`}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            aria-disabled={!isReady}
            onClick={() => isReady && onConfirm(before !== undefined, withData)}
          >
            Create in {backend.name}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      {data && (
        <ReviewData
          environment={backend.place}
          data={data}
          look={look}
          isWanted={wantsData}
          onWant={setWantsData}
        />
      )}
      {data && <h3 className={styles.then}>{withData ? 'Then, the batch' : 'The batch'}</h3>}
      <Facts rows={rows} />
      {before && (
        <Notice tone="caution" title="A batch was already created from this draft.">
          <p>
            “{before.name}” was sent at {exactMoment(before.createdAt)}. This would be a second one.
          </p>
        </Notice>
      )}
      {sameName > 0 && (
        <Notice tone="caution" title="The workspace already has a batch with this name.">
          <p>If you created it a moment ago, do not create it again.</p>
        </Notice>
      )}
      {isError && !batches && (
        <Notice tone="caution" title="Could not check for a batch with this name.">
          <p>The list of batches could not be loaded. If in doubt, look at your batches first.</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="caution" title="The questions do not fit the dataset.">
          <p>{missingColumnsInWords(missing, columns)} Prolific may refuse the batch.</p>
        </Notice>
      )}
      {open.length > 0 && (
        <Notice tone="caution" title={`${counted(open.length, 'placeholder')} left.`}>
          <p>
            Participants will see {open.length === 1 ? 'it' : 'them'} as written:{' '}
            {[...new Set(open)].join(', ')}
          </p>
        </Notice>
      )}
      {doubtful > 0 && (
        <Notice tone="caution" title={`${counted(doubtful, 'part')} may disappear.`}>
          <p>
            Prolific has not published that it keeps them in tasks. You can find them in Checks.
          </p>
        </Notice>
      )}
      {leftOut > 0 && (
        <Notice tone="info" title={`${counted(leftOut, 'part')} left out, as you chose.`}>
          <p>The words are sent; formatting that may disappear is not.</p>
        </Notice>
      )}
      <section className={styles.later} aria-labelledby="review-later">
        <h3 id="review-later">What cannot be changed later</h3>
        <ul>
          <li>
            <strong>A batch cannot be deleted in {backend.name}</strong> or moved to another
            workspace.
          </li>
          <li>
            You can edit its text until it is set up. After that, you may not be able to change it.
          </li>
          <li>Nobody is invited and nothing is charged until you make a study with it.</li>
        </ul>
      </section>
    </Dialog>
  )
}

function firstWords(html: string) {
  const text = readableText(html)
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text
}
