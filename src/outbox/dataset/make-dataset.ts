import { ApiError } from '#api/api-error.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import {
  askUploadAddress,
  createDataset,
  readDataset,
  readDatasetStatus,
  readImport,
  uploadFile,
} from '#api/datasets/make-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import type { ImportJob } from '#contract/dataset-requests.ts'
import { newId } from '#contract/new-id.ts'
import { ImportEnd, type Making } from '#dataset/store/draft-data.ts'

/** The three steps that people see. */
export type MakingStep = 'create' | 'upload' | 'read'

/** Why a step did not end. Nothing was repeated, and what was done stays done. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
  readonly step: MakingStep | 'append'
  /** `no`: certainly not carried out. `unknown`: it may have been, and asking again is safe. */
  readonly certainty: 'no' | 'unknown'

  constructor(step: StepFailed['step'], certainty: StepFailed['certainty'], cause: unknown) {
    super(`The step "${step}" did not end.`, { cause })
    this.step = step
    this.certainty = certainty
  }
}

type Surroundings = {
  backend: Backend
  /** Writes down how far it is, on the disk, before anything else is done. */
  note: (making: Making) => Promise<unknown>
  /** The rows as they are uploaded; asked for only when they are needed. */
  rows: () => Promise<Blob>
  /** Waits before the import is asked about again; rejects when nobody waits any more. */
  pause: () => Promise<void>
}

/** What the upload is called at the backend, where people know it by the name of the dataset. */
function fileNameOf({ name, older }: Making) {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const words = plain.match(/[a-z0-9]+/gi)?.join('-') ?? ''
  return `${words.slice(0, 60) || 'rows'}.${older ? 'csv' : 'jsonl'}`
}

/**
 * Carries the making of a dataset on from wherever it is, to the end of its import. Each request is
 * written down before it leaves, under a key of its own: one whose answer was lost is asked for again
 * with the same key, which the server carries out once. Rejects with StepFailed; what is written down by
 * then can be carried on.
 */
export async function carryOnMaking(making: Making, around: Surroundings): Promise<Making> {
  if (making.end) return making
  const created = await create(making, around)
  const uploaded = await upload(created, around)
  return finish(uploaded, around)
}

/** The step that a making is at. */
export function stepOf({ create: created, upload: sent, end }: Making): MakingStep | 'done' {
  if (end) return 'done'
  if (!created?.datasetId) return 'create'
  return sent?.arrived === true ? 'read' : 'upload'
}

async function create(making: Making, { backend, note }: Surroundings): Promise<Making> {
  if (making.create?.datasetId) return making
  const asked = making.create ?? { key: newId(), at: Date.now(), datasetId: null }
  const begun: Making = { ...making, create: asked }
  await note(begun)
  try {
    const { id } = await createDataset(backend, making.body, asked.key)
    const made: Making = { ...begun, create: { ...asked, datasetId: id } }
    await note(made)
    return made
  } catch (error) {
    if (isCertain(error)) {
      await note({ ...begun, create: null })
      throw new StepFailed('create', 'no', error)
    }
    throw new StepFailed('create', 'unknown', error)
  }
}

async function upload(making: Making, around: Surroundings): Promise<Making> {
  const known = await whetherArrived(making, around)
  if (known.upload?.arrived === true) return known
  const { backend, note, rows } = around
  const dataset = datasetOf(known)
  try {
    const file = await rows()
    // A lost answer is asked for with its key; an address that was given is used for one upload only.
    const key = known.address?.importId === null ? known.address.key : newId()
    const asking: Making = { ...known, address: { key, at: Date.now(), importId: null } }
    await note(asking)
    const address = await askUploadAddress(backend, dataset, fileNameOf(known), key)
    const sending: Making = {
      ...asking,
      address: { key, at: Date.now(), importId: address.import_id ?? '' },
      upload: { at: Date.now(), arrived: null },
    }
    await note(sending)
    await uploadFile(address, file)
    const sent: Making = { ...sending, upload: { at: Date.now(), arrived: true } }
    await note(sent)
    return sent
  } catch (error) {
    throw new StepFailed('upload', isCertain(error) ? 'no' : 'unknown', error)
  }
}

/** Looks whether a file that was sent before is there, so that it is not sent twice. */
async function whetherArrived(making: Making, around: Surroundings): Promise<Making> {
  const { note } = around
  if (making.upload?.arrived !== null) return making
  try {
    const look = making.older ? olderEnd : importEnd
    const { arrived } = await look(making, around)
    const looked = { ...making, upload: { ...making.upload, arrived } }
    await note(looked)
    return looked
  } catch (error) {
    throw new StepFailed('upload', 'unknown', error)
  }
}

async function finish(making: Making, around: Surroundings): Promise<Making> {
  const { note, pause } = around
  const look = making.older ? olderEnd : importEnd
  try {
    let { end } = await look(making, around)
    while (!end) {
      await pause()
      end = (await look(making, around)).end
    }
    const ended: Making = { ...making, end }
    await note(ended)
    return ended
  } catch (error) {
    throw new StepFailed('read', 'unknown', error)
  }
}

/** What is known of an upload: whether the backend has it, and how it ended if it did. */
type Look = { arrived: boolean; end: ImportEnd | null }

async function importEnd(making: Making, { backend }: Surroundings): Promise<Look> {
  const importId = making.address?.importId
  if (!importId) throw new Error('There is no import to ask for.')
  const job = await readImport(backend, datasetOf(making), importId)
  return { arrived: job.status !== 'uninitialised', end: endOf(job) }
}

/** A dataset of the older kind says its state alone, and stays uninitialised for a while. */
async function olderEnd(making: Making, { backend }: Surroundings): Promise<Look> {
  const id = datasetOf(making)
  const status = (await readDatasetStatus(backend, id))?.toUpperCase()
  const arrived = status !== undefined && status !== 'UNINITIALISED'
  const none = { accepted: 0, rejected: 0, errors: [], reason: null }
  if (status === 'ERROR') return { arrived, end: { ...none, status: 'failed' } }
  if (status !== 'READY') return { arrived, end: null }
  const { total_datapoint_count: accepted } = await readDataset(backend, id)
  return { arrived, end: { ...none, status: 'complete', accepted: accepted ?? making.rows } }
}

function datasetOf({ create: created }: Making) {
  if (!created?.datasetId) throw new Error('There is no dataset yet.')
  return created.datasetId
}

function isCertain(error: unknown) {
  return error instanceof ApiError && !mayHaveHappened(error.failure)
}

/** Null while it is not over; a state that this version does not know may still become one of those. */
function endOf(job: ImportJob): ImportEnd | null {
  const status = ImportEnd.shape.status.safeParse(job.status)
  if (!status.success) return null
  return {
    status: status.data,
    accepted: job.accepted_count ?? 0,
    rejected: job.rejected_count ?? 0,
    errors: (job.errors ?? []).map(({ record_index, field, reason }) => ({
      record: record_index,
      field,
      reason,
    })),
    reason: job.reason ?? null,
  }
}
