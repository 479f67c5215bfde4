import type { BrowserContext, Page } from '@playwright/test'
import { expect, test as base } from '#e2e/fixtures.ts'
import { PracticeApi } from '#e2e/practice-api.ts'
import { WritePage } from '#e2e/write-page.ts'
import { runsOr } from '#test/runs.ts'
import { startChaosProxy, type ChaosProxy, type Fault } from './chaos-proxy.ts'

/** How often each fault is provoked: `RUNS=200` for the long proof. */
const RUNS = runsOr(1)

/** The server with a proxy before it, for each fault another, that breaks what creates batches. */
const test = base.extend<{ chaos: ChaosProxy }>({
  chaos: async ({ app }, use) => {
    const chaos = await startChaosProxy(app.url)
    await use(chaos)
    await chaos.close()
  },
  baseURL: ({ chaos }, use) => use(chaos.url),
  // As another program sees it: not through the proxy.
  api: ({ chaos }, use) => use(new PracticeApi(chaos.target)),
})
// The clock that a test can turn wants a script in the participant view, which takes none.
test.use({ expectedConsole: [/Failed to load resource|Blocked script execution.*preview/] })

const LATE = 'an answer later than the time-out'

type Run = { context: BrowserContext; page: Page; write: WritePage; chaos: ChaosProxy }
type Provoke = (run: Run) => Promise<void>

const uncertain = (page: Page) => page.getByRole('region', { name: 'Unconfirmed batches' })
const onBatchPage = (page: Page) => page.waitForURL(/\/practice\/batches\/.+/)
const isFound = (page: Page) => expect(uncertain(page)).toContainText('Found it')

async function broken({ write, chaos }: Run, fault: Fault) {
  chaos.breakCreates(fault)
  await write.createButton.click()
}

/** What somebody does, what goes wrong, and how far the app has to get by itself. */
const faults: Record<string, Provoke> = {
  'a double click': async ({ page, write }) => {
    await write.createButton.dblclick()
    await onBatchPage(page)
  },
  'two clicks in one tick': async ({ page, write }) => {
    await write.createButton.evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await onBatchPage(page)
  },
  'Enter five times': async ({ page, write }) => {
    await write.batchName.focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter')
    await onBatchPage(page)
  },
  'back and forward after creating': async ({ page, write }) => {
    await write.createButton.click()
    await onBatchPage(page)
    await page.goBack()
    await page.goForward()
    await onBatchPage(page)
  },
  'two windows at once': async ({ context, page, write }) => {
    // A draft can be opened elsewhere once it is kept.
    await expect(page).toHaveURL(/\?draft=/)
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    const name = await write.batchName.inputValue()
    const other = await context.newPage()
    await other.goto(page.url())
    const there = new WritePage(other)
    await there.ready()
    await expect(there.batchName).toHaveValue(name)
    // Both pages wait for the same moment: a click of Playwright would wait for the other's end.
    const moment = Date.now() + 1_000
    for (const { createButton } of [write, there]) {
      await createButton.evaluate((button: HTMLButtonElement, at) => {
        setTimeout(() => button.click(), at - Date.now())
      }, moment)
    }
    await expect(async () => {
      const urls = [page, other].map((each) => each.url())
      expect(urls.filter((url) => /\/batches\/.+/.test(url))).toHaveLength(1)
    }).toPass()
    await other.close()
  },
  'a connection that drops before the write': async (run) => {
    const { page, chaos } = run
    await broken(run, 'drop-before')
    await expect(uncertain(page)).toContainText('Not there after 1 look')
    chaos.breakCreates(null)
    await uncertain(page).getByRole('button', { name: 'Stop looking' }).click()
    await uncertain(page).getByRole('button', { name: 'Send again anyway' }).dblclick()
    await expect(uncertain(page)).toContainText('Your batch was created.')
  },
  'a connection that drops after the write': async (run) => {
    await broken(run, 'drop-after')
    await isFound(run.page)
  },
  'a reset on a kept-alive connection': async (run) => {
    await broken(run, 'reset-once')
    // The browser repeats the request by itself, or the app looks for the batch.
    await Promise.race([onBatchPage(run.page), isFound(run.page)])
  },
  [LATE]: async (run) => {
    const { page, chaos } = run
    await broken(run, 'hold')
    await expect.poll(chaos.creates).toBe(1)
    await page.clock.fastForward(61_000)
    await isFound(page)
    chaos.release()
  },
  'a 502 after the write': async (run) => {
    await broken(run, '502-after')
    await isFound(run.page)
  },
  'a truncated 201': async (run) => {
    await broken(run, 'truncated')
    await isFound(run.page)
  },
  'a window closed in flight': async (run) => {
    const { context, page, chaos } = run
    await broken(run, 'hold')
    await expect.poll(chaos.waiting).toBe(1)
    await page.close()
    // It is gone only by now, and had until then heard an answer.
    await expect.poll(chaos.waiting).toBe(0)
    chaos.release()
    const next = await context.newPage()
    await next.goto('/practice/batches')
    await isFound(next)
  },
}

/** What the browser has written down about what it sent. */
async function intentsIn(context: BrowserContext) {
  const page = context.pages().at(-1)
  if (!page) throw new Error('There is no page to ask.')
  return page.evaluate(
    () =>
      new Promise<{ name: string; state: string; batchId?: string; attempts: { key: string }[] }[]>(
        (resolve) => {
          const opening = indexedDB.open('batch-composer')
          opening.addEventListener('success', () => {
            const reading = opening.result.transaction('outbox').objectStore('outbox').getAll()
            reading.addEventListener('success', () => {
              opening.result.close()
              resolve(reading.result)
            })
          })
        },
      ),
  )
}

for (const [fault, provoke] of Object.entries(faults)) {
  test(`${fault}: one wish, one batch (${RUNS} runs)`, async ({ context, chaos, api }) => {
    test.setTimeout(90_000 + RUNS * 20_000)
    const made = new Set<string>()
    const { length: before } = await api.list()
    for (let run = 1; run <= RUNS; run += 1) {
      const name = `Run ${run}: ${fault}`
      // The window of the run before, as somebody uses it who makes many batches.
      const page = context.pages()[0] ?? (await context.newPage())
      if (fault === LATE && run === 1) await page.clock.install()
      const write = new WritePage(page)
      await write.open()
      await write.fillExample(name)
      await provoke({ context, page, write, chaos })

      const keys = new Set(chaos.takeCreates())
      const [intent, ...doubled] = (await intentsIn(context)).filter((each) => each.name === name)
      const [batch, ...more] = await api.named(name)
      expect(doubled, `${name}: intents`).toEqual([])
      expect(more, `${name}: batches`).toEqual([])
      expect(intent, name).toMatchObject({ state: 'created', batchId: batch?.id })
      // What the browser repeats by itself has the key of what it repeats.
      expect(keys.size, `${name}: keys`).toBe(intent?.attempts.length)
      if (batch) made.add(batch.id)

      chaos.breakCreates(null)
    }
    expect(made.size).toBe(RUNS)
    expect(await api.list()).toHaveLength(before + RUNS)
  })
}
