import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Download, Page } from '@playwright/test'
import type { AppServer } from './app-server.ts'

/** Where a piece of text was looked for, and all that was found there. */
type Trace = { where: string; text: string }

async function filesIn(folder: string): Promise<Trace[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return { where: `file ${path}`, text: await readFile(path, 'latin1') }
    }),
  )
}

/**
 * Notes from now on everything that a browser sends, receives, logs and saves. `traces` adds what it and
 * the server keep, the built app, and gives all of it. The one request that carries a token in its body,
 * to the server of the page, is noted without that body.
 */
export function noteEverything(context: BrowserContext, server: AppServer) {
  const traces: Trace[] = []
  const pending: Promise<unknown>[] = []
  const note = (where: string, text: string) => traces.push({ where, text })

  context.on('request', (request) => {
    const connects = request.method() === 'POST' && request.url().endsWith('/session/prolific')
    note('address', request.url())
    if (!connects) note(`body of ${request.url()}`, request.postData() ?? '')
    pending.push(
      request.allHeaders().then((headers) => note('headers sent', JSON.stringify(headers))),
    )
  })
  context.on('response', (response) => {
    const where = `answer of ${response.url()}`
    pending.push(
      response.allHeaders().then((headers) => note(where, JSON.stringify(headers))),
      // A page that has gone on keeps no bodies.
      response.text().then(
        (text) => note(where, text),
        () => undefined,
      ),
    )
  })
  context.on('console', (message) => note('console', message.text()))
  context.on('weberror', (error) => note('uncaught error', String(error.error().stack)))
  context.on('page', (page) => page.on('download', (download) => pending.push(save(download))))
  async function save(download: Download) {
    note('download', await readFile(await download.path(), 'latin1'))
  }

  return {
    note,
    /** What is in the page now; the rest is noted by itself. */
    notePage: async (page: Page) => {
      note(`page ${page.url()}`, await page.content())
      const kept = await page.evaluate(() =>
        JSON.stringify({
          session: Object.entries(sessionStorage),
          history: [history.state, document.title, location.href, document.cookie],
        }),
      )
      note(`tab ${page.url()}`, kept)
    },
    traces: async () => {
      await Promise.allSettled(pending)
      note('storage', JSON.stringify(await context.storageState({ indexedDB: true })))
      note('server output', server.output())
      traces.push(...(await filesIn(server.dataDir)), ...(await filesIn('dist')))
      return traces
    },
  }
}
