import { Hono, type Context } from 'hono'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { ROUTES, routeNames, type RouteName } from '#contract/routes.ts'
import { answerJson, notFound, refuse, answerFailure } from '#server/http/answers.ts'
import { logNotice } from '#server/http/log.ts'
import { readJsonBody } from '#server/http/read-json-body.ts'
import { serveRoutes, type Handler } from '#server/http/serve-routes.ts'
import { createBatch, type Surroundings } from './create-batch.ts'
import { appendDatapoints } from './datasets/append-datapoints.ts'
import {
  createDataset,
  listPracticeDatasets,
  madeDataset,
  readDataset,
  readDatasetImport,
  readDatasetStatus,
  readRows,
  readSchemaMigration,
  updateDataset,
} from './datasets/dataset-handlers.ts'
import type { StoredDataset } from './datasets/dataset-store.ts'
import { createUploadUrl, originOf } from './datasets/upload-address.ts'
import { createWorker, type Worker } from './datasets/worker.ts'
import { duplicateBatch } from './duplicate-batch.ts'
import {
  createInstructions,
  listInstructions,
  replaceInstructions,
} from './instructions/instructions.ts'
import { stateOf } from './lifecycle.ts'
import { UnreadableBatch, type StoredBatch } from './read-row.ts'
import { createDownloadLinks, type DownloadLinks } from './results/download-links.ts'
import { createExportJobs, type ExportJobs } from './results/export-jobs.ts'
import { practiceBalance, practiceProject, practiceUser, practiceWorkspace } from './seeds.ts'
import { setUpBatch } from './set-up-batch.ts'
import { groupIds, taskIds } from './tasks/batch-tasks.ts'
import { readSync, syncBatch } from './tasks/sync-batch.ts'
import { updateBatch } from './update-batch.ts'
import { toWire } from './wire-batch.ts'

type Options = Surroundings & {
  processingMs: number
  /** What reads the files of datasets; one of its own by default. */
  worker?: Worker
  /** What signs links to reports and exports; its own by default. */
  links?: DownloadLinks
  exports?: ExportJobs
}
type Answer = ReturnType<Handler>

/** A whole number from a query parameter, or what to use without one. */
function numberFrom(text: string | undefined, otherwise: number) {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}

const idIn = (c: Context) => c.req.param('id') ?? ''

const withBody =
  (use: (body: unknown, c: Context) => Answer): Handler =>
  async (c) => {
    const body = await readJsonBody(c.req.raw)
    return body.ok ? use(body.value, c) : body.refusal
  }

const withWorkspace =
  (answer: unknown): Handler =>
  (c) =>
    idIn(c) === practiceWorkspace.id ? answerJson(answer) : notFound('Workspace not found.')

/**
 * The practice backend: the API's own rules, answers and states for a handful of routes below `/v1`,
 * with nothing behind it. As strict as the real one, and it does not deduplicate either.
 */
export function createPracticeApi(options: Options) {
  const api = new Hono({ strict: false })
  api.use(async (c, next) => {
    if (/^Token \S+$/.test(c.req.header('authorization') ?? '')) return next()
    return refuse(401, 'Unauthorized', 'Send the header Authorization: Token <your token>.')
  })
  api.onError((error, c) => {
    if (!(error instanceof UnreadableBatch)) return answerFailure(error, c)
    logNotice(error.message)
    return refuse(500, 'Unreadable batch', 'This batch is stored, but it cannot be read.')
  })

  const handlers = handlersFor(options)
  serveRoutes(
    api,
    routeNames.map((name) => {
      const { method, path, programs } = ROUTES[name]
      return { method, path, pageOnly: !programs, handle: handlers[name] }
    }),
  )
  api.all('*', () => notFound('There is nothing at this address.'))
  return api
}

function handlersFor(options: Options): { [Name in RouteName]: Handler } {
  const { store, now } = options
  const around = { ...options, worker: options.worker ?? createWorker(options) }
  const links = options.links ?? createDownloadLinks(now)
  const exports = options.exports ?? createExportJobs({ ...options, links })

  const withBatch =
    (use: (batch: StoredBatch, c: Context) => Answer): Handler =>
    (c) => {
      const batch = store.batch(c.req.param('id') ?? '')
      return batch ? use(batch, c) : notFound('Batch not found.')
    }
  const withBatchAndBody = (
    use: (batch: StoredBatch, body: unknown, surroundings: Options) => Answer,
  ) => withBody((body, c) => withBatch((batch) => use(batch, body, options))(c))

  const withDataset =
    (use: (dataset: StoredDataset, c: Context) => Answer): Handler =>
    (c) => {
      const dataset = madeDataset(c, store)
      return dataset instanceof Response ? dataset : use(dataset, c)
    }

  return {
    listBatches: (c) => {
      const workspace = c.req.query('workspace_id')
      if (!workspace) {
        return refuse(400, 'Bad request', { workspace_id: ['This parameter is missing.'] })
      }
      if (workspace !== practiceWorkspace.id) return notFound('Workspace not found.')
      const time = now()
      const { batches, unreadable } = store.readAll(workspace)
      const results = batches.map((batch) => toWire(batch, store, time))
      const meta = { count: results.length + unreadable }
      return answerJson({ results, meta: unreadable > 0 ? { ...meta, unreadable } : meta })
    },
    createBatch: withBody((body) => createBatch(body, options)),
    readBatch: withBatch((batch) => answerJson(toWire(batch, store, now()))),
    updateBatch: withBatchAndBody(updateBatch),
    readBatchStatus: withBatch((batch) =>
      practiceFaultOf(batch.request.name) === 'status-fails'
        ? refuse(500, 'Server error', 'The status could not be read.')
        : answerJson({ status: stateOf(batch.set_up, now()).status }),
    ),
    setUpBatch: withBatchAndBody(setUpBatch),
    duplicateBatch: withBatchAndBody(duplicateBatch),
    readDataset: (c) => readDataset(idIn(c), around),
    createDataset: withBody((body) => createDataset(body, around)),
    updateDataset: withBody((body, c) =>
      withDataset((dataset) => updateDataset(dataset, body, around))(c),
    ),
    readDatasetStatus: (c) => readDatasetStatus(idIn(c), around),
    createUploadUrl: withDataset((dataset, c) => createUploadUrl(dataset, c, around)),
    readDatasetImport: (c) => readDatasetImport(c, around),
    readSchemaMigration: (c) => readSchemaMigration(c, around),
    appendDatapoints: withDataset(async (dataset, c) => appendDatapoints(dataset, c, around)),
    listTasks: withBatch((batch) => answerJson(taskIds(batch, store, now()))),
    listTaskGroups: withBatch((batch) => answerJson(groupIds(batch, store, now()))),
    syncBatch: withBatchAndBody(syncBatch),
    readSync: (c) =>
      withBatch((batch) => readSync(batch, c.req.param('sync_id') ?? '', options))(c),
    listInstructions: withBatch(listInstructions),
    createInstructions: withBatchAndBody(createInstructions),
    replaceInstructions: withBatchAndBody(replaceInstructions),
    listResponses: withBatch(() => answerJson({ results: [], meta: { count: 0 } })),
    readReport: withBatch((batch, c) => {
      const link = links.to(originOf(c), `/batches/${batch.id}/report`)
      return answerJson({ ...link, http_method: 'GET' })
    }),
    listExports: withBatch(exports.list),
    createExport: withBatch(exports.create),
    readExport: withBatch(exports.read),
    deleteExport: withBatch(exports.remove),
    listPracticeDatasets: () => listPracticeDatasets(around),
    readPracticeRows: (c) => {
      const offset = numberFrom(c.req.query('offset'), 0)
      const limit = numberFrom(c.req.query('limit'), 200)
      return readRows(idIn(c), { offset, limit }, around)
    },
    listWorkspaces: (c) => {
      const offset = numberFrom(c.req.query('offset'), 0)
      const limit = numberFrom(c.req.query('limit'), 200)
      const results = [practiceWorkspace].slice(offset, offset + limit)
      return answerJson({ results, meta: { count: 1 } })
    },
    readBalance: withWorkspace(practiceBalance),
    listProjects: withWorkspace({ results: [practiceProject], meta: { count: 1 } }),
    readMe: () => answerJson(practiceUser),
  }
}
