import { Hono, type Context } from 'hono'
import { logFailure } from '#server/http/log.ts'
import { refuseFile } from '#server/practice/datasets/uploads.ts'
import type { StoredBatch } from '#server/practice/read-row.ts'
import type { Store } from '#server/practice/store.ts'
import type { DownloadLinks } from './download-links.ts'
import type { ExportJobs } from './export-jobs.ts'
import { exportZip } from './export-zip.ts'
import { reportOf } from './report.ts'

type Options = { store: Store; now: () => number; links: DownloadLinks; exports: ExportJobs }

const noFile = () => refuseFile(404, 'NoSuchKey', 'The specified key does not exist.')

function file(body: BodyInit, type: string, name: string) {
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}

/**
 * The files behind the links of reports and exports, below `/practice/downloads`. A link is enough to
 * fetch one; without a link that works nothing is there.
 */
export function createDownloads({ store, now, links, exports }: Options) {
  const app = new Hono({ strict: false })
  app.onError((error) => {
    logFailure(error)
    return refuseFile(500, 'InternalError', 'Something went wrong on this server.')
  })

  const withLink = (use: (batch: StoredBatch, c: Context) => Response) => (c: Context) => {
    const path = c.req.path.replace(/^\/practice\/downloads/, '')
    const refusal = links.refusalOf(path, c.req.query())
    if (refusal !== undefined) return refuseFile(403, 'AccessDenied', refusal)
    const batch = store.batch(c.req.param('id') ?? '')
    return batch ? use(batch, c) : noFile()
  }
  app.get(
    '/batches/:id/report',
    withLink((batch) =>
      file(reportOf(batch, store, now()), 'text/csv; charset=utf-8', `${batch.id}-report.csv`),
    ),
  )
  app.get(
    '/batches/:id/export/:export_id',
    withLink((batch, c) => {
      const exportId = c.req.param('export_id') ?? ''
      if (!exports.isThere(batch.id, exportId)) return noFile()
      return file(exportZip(batch, store, now()), 'application/zip', `${batch.id}-export.zip`)
    }),
  )
  app.all('*', () => refuseFile(403, 'AccessDenied', 'Access Denied'))
  return app
}
