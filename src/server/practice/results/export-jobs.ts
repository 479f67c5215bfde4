import type { Context } from 'hono'
import * as z from 'zod/mini'
import { answerJson, notFound, refuse } from '#server/http/answers.ts'
import { originOf } from '#server/practice/datasets/upload-address.ts'
import { refuseFields } from '#server/practice/field-errors.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import type { DownloadLinks } from './download-links.ts'

const MOST_JOBS = 10

const moment = z.optional(
  z.string().check(
    z.refine((text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)), {
      error: 'Must be a date.',
    }),
  ),
)
const Filter = z.object({ study_id: z.optional(z.string()), from: moment, to: moment })

type Job = { export_id: string; created_at: number; filter: z.infer<typeof Filter> }
const noJob = () => notFound('Export not found.')
const accept = (export_id: string) => answerJson({ status: 'generating', export_id }, 202)

type Around = { now: () => number; processingMs: number; links: DownloadLinks }

/**
 * The jobs that make archives of responses. They are remembered as long as the server runs: an archive is
 * made of what is stored when it is fetched, so losing a job loses nothing else.
 */
export function createExportJobs({ now, processingMs, links }: Around) {
  const jobs = new Map<string, readonly Job[]>()
  const jobsOf = ({ id }: StoredBatch) => jobs.get(id) ?? []
  const isGenerating = ({ created_at }: Job) => now() < created_at + processingMs
  const find = (batch: StoredBatch, c: Context) =>
    jobsOf(batch).find(({ export_id }) => export_id === c.req.param('export_id'))

  return {
    /** Answers `GET …/export`, the newest first. */
    list: (batch: StoredBatch) =>
      answerJson(
        jobsOf(batch).map((job) => ({
          export_id: job.export_id,
          filter: Object.keys(job.filter).length > 0 ? job.filter : null,
          status: isGenerating(job) ? 'generating' : 'complete',
          created_at: new Date(job.created_at).toISOString(),
        })),
      ),
    /** Answers `POST …/export`. A job with the same filter that is running is not started again. */
    create: (batch: StoredBatch, c: Context) => {
      const asked = Object.entries(c.req.query()).filter(([name]) => name in Filter.shape)
      const parsed = Filter.safeParse(Object.fromEntries(asked))
      if (!parsed.success) return refuseFields(parsed.error, Object.fromEntries(asked))
      const filter = parsed.data
      const same = (job: Job) =>
        (['study_id', 'from', 'to'] as const).every((name) => job.filter[name] === filter[name])

      const before = jobsOf(batch)
      const running = before.find((job) => isGenerating(job) && same(job))
      if (running) return accept(running.export_id)
      if (before.length >= MOST_JOBS) {
        const words = `A batch can have at most ${MOST_JOBS} exports. Delete one first.`
        return refuse(409, 'Too many exports', words)
      }
      const created_at = now()
      const export_id = uuidV7(created_at)
      jobs.set(batch.id, [{ export_id, created_at, filter }, ...before])
      return accept(export_id)
    },
    /** Answers `GET …/export/{export_id}`; every answer of a job that is done has a new link. */
    read: (batch: StoredBatch, c: Context) => {
      const job = find(batch, c)
      if (!job) return noJob()
      const { export_id } = job
      if (isGenerating(job)) return answerJson({ status: 'generating', export_id })
      const link = links.to(originOf(c), `/batches/${batch.id}/export/${export_id}`)
      return answerJson({ status: 'complete', ...link })
    },
    /** Answers `DELETE …/export/{export_id}`. */
    remove: (batch: StoredBatch, c: Context) => {
      const job = find(batch, c)
      if (!job) return noJob()
      if (isGenerating(job)) {
        return refuse(409, 'Export is running', 'An export can be deleted once it is complete.')
      }
      jobs.set(
        batch.id,
        jobsOf(batch).filter((other) => other !== job),
      )
      return new Response(null, { status: 204 })
    },
    /** Whether a batch has an export whose archive may be fetched. */
    isThere: (batchId: string, exportId: string) =>
      (jobs.get(batchId) ?? []).some(({ export_id }) => export_id === exportId),
  }
}
export type ExportJobs = ReturnType<typeof createExportJobs>
