import { Hono, type Context } from 'hono'
import { practiceFaultOf } from '#contract/practice-faults.ts'
import { routes } from '#contract/routes.ts'
import { answerJson, notFound, refuse, wrongMethod, answerFailure } from '#server/http/answers.ts'
import { logNotice } from '#server/http/log.ts'
import { readJsonBody } from '#server/http/read-json-body.ts'
import { createBatch, type Surroundings } from './create-batch.ts'
import { duplicateBatch } from './duplicate-batch.ts'
import { UnreadableBatch } from './read-row.ts'
import { practiceUser, practiceWorkspace } from './seeds.ts'
import { setUpBatch } from './set-up-batch.ts'
import { updateBatch } from './update-batch.ts'
import { toWire } from './wire-batch.ts'

type Options = Surroundings & { processingMs: number }

/** A whole number from a query parameter, or what to use without one. */
function numberFrom(text: string | undefined, otherwise: number) {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}

// Hono drops a trailing slash before it looks for a route.
const me = routes.me.replace(/\/$/, '')
const workspaces = routes.workspaces.replace(/\/$/, '')

const noBatch = () => notFound('Batch not found.')

/**
 * The practice backend: the API's own rules, answers and states for a handful of routes below `/v1`,
 * with nothing behind it. As strict as the real one, and it does not deduplicate either.
 */
export function createPracticeApi(options: Options) {
  const { store, now } = options
  const api = new Hono({ strict: false })
  api.use(async (c, next) => {
    if (/^Token \S+$/.test(c.req.header('authorization') ?? '')) return next()
    return refuse(401, 'Unauthorised', 'Send the header Authorization: Token <your token>.')
  })

  const stored = (c: Context<object, '/:id'>) => store.batch(c.req.param('id'))
  api.onError((error, c) => {
    if (!(error instanceof UnreadableBatch)) return answerFailure(error, c)
    logNotice(error.message)
    return refuse(500, 'Unreadable batch', 'This batch is stored, but it cannot be read.')
  })

  api.post(routes.batches, async (c) => {
    const body = await readJsonBody(c.req.raw)
    return body.ok ? createBatch(body.value, options) : body.refusal
  })
  api.get(routes.batches, (c) => {
    const workspace = c.req.query('workspace_id')
    if (!workspace) {
      return refuse(400, 'Bad request', { workspace_id: ['This parameter is missing.'] })
    }
    if (workspace !== practiceWorkspace.id) return notFound('Workspace not found.')
    const time = now()
    const { batches, unreadable } = store.readAll(workspace)
    const results = batches.map((batch) => toWire(batch, time))
    const meta = { count: results.length + unreadable }
    return answerJson({ results, meta: unreadable > 0 ? { ...meta, unreadable } : meta })
  })
  api.all(routes.batches, () => wrongMethod(['GET', 'POST']))

  api.get(`${routes.batches}/:id`, (c) => {
    const batch = stored(c)
    return batch ? answerJson(toWire(batch, now())) : noBatch()
  })
  api.patch(`${routes.batches}/:id`, async (c) => {
    const body = await readJsonBody(c.req.raw)
    if (!body.ok) return body.refusal
    const batch = stored(c)
    return batch ? updateBatch(batch, body.value, options) : noBatch()
  })
  api.all(`${routes.batches}/:id`, () => wrongMethod(['GET', 'PATCH']))

  api.get(`${routes.batches}/:id/status`, (c) => {
    const batch = stored(c)
    if (!batch) return noBatch()
    if (practiceFaultOf(batch.request.name) === 'status-fails') {
      return refuse(500, 'Server error', 'The status could not be read.')
    }
    return answerJson({ status: toWire(batch, now()).status })
  })
  api.all(`${routes.batches}/:id/status`, () => wrongMethod(['GET']))

  api.post(`${routes.batches}/:id/setup`, async (c) => {
    const body = await readJsonBody(c.req.raw)
    if (!body.ok) return body.refusal
    const batch = stored(c)
    return batch ? setUpBatch(batch, body.value, options) : noBatch()
  })
  api.all(`${routes.batches}/:id/setup`, () => wrongMethod(['POST']))

  api.post(`${routes.batches}/:id/duplicate`, async (c) => {
    const body = await readJsonBody(c.req.raw)
    if (!body.ok) return body.refusal
    const batch = stored(c)
    return batch ? duplicateBatch(batch, body.value, options) : noBatch()
  })
  api.all(`${routes.batches}/:id/duplicate`, () => wrongMethod(['POST']))

  api.get(workspaces, (c) => {
    const offset = numberFrom(c.req.query('offset'), 0)
    const limit = numberFrom(c.req.query('limit'), 200)
    const results = [practiceWorkspace].slice(offset, offset + limit)
    return answerJson({ results, meta: { count: 1 } })
  })
  api.all(workspaces, () => wrongMethod(['GET']))

  api.get(me, () => answerJson(practiceUser))
  api.all(me, () => wrongMethod(['GET']))

  api.all('*', () => notFound('There is nothing at this address.'))
  return api
}
