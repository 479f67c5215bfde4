import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { chromiumOptions } from '#e2e/chromium.ts'
import { expect, test } from '#e2e/fixtures.ts'
import { WritePage } from '#e2e/write-page.ts'
import { runsOr } from '#test/runs.ts'

/** How often the browser is killed: `RUNS=50` for the long proof. */
const RUNS = runsOr(3)
const KEYS = 60
const KEY_MS = 50

/** The longest wait before a save, and the writing itself. */
const MOST_LOST_MS = 2_500
const MEDIAN_LOST_MS = 500

const open = (profile: string, baseURL: string | undefined) =>
  chromium.launchPersistentContext(profile, { ...chromiumOptions(), ...(baseURL && { baseURL }) })

/** Ends every process of the browser that uses a profile, as a crash would. */
async function kill(profile: string, context: BrowserContext) {
  const gone = new Promise((resolve) => context.once('close', resolve))
  for (const pid of await processesOf(profile)) process.kill(pid, 'SIGKILL')
  await gone
}

async function processesOf(profile: string) {
  const pids: number[] = []
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')
    if (command.includes(`--user-data-dir=${profile}`)) pids.push(Number(entry))
  }
  return pids
}

test('a browser that is killed while somebody types loses no more than the last moment', async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + RUNS * 45_000)
  const lost: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const profile = await mkdtemp(join(tmpdir(), 'batch-composer-profile-'))
    const typing = await open(profile, baseURL)
    const write = new WritePage(typing.pages()[0] ?? (await typing.newPage()))
    await write.open()
    await write.title.fill('Interrupted')
    await expect(write.page).toHaveURL(/draft=/)
    const address = write.page.url()
    await write.introduction.click()
    // Of each key, when it was pressed: what is lost is counted in time.
    const pressed: number[] = []
    for (let key = 0; key < KEYS; key += 1) {
      await write.page.keyboard.type('abcdefghij'.charAt(key % 10), { delay: KEY_MS })
      pressed.push(Date.now())
    }
    const killedAt = Date.now()
    await kill(profile, typing)

    const again = await open(profile, baseURL)
    const found = new WritePage(await again.newPage())
    await found.page.goto(address)
    await found.ready()
    await expect(found.title).toHaveValue('Interrupted')
    const kept = (await found.introduction.innerText()).trim().length
    lost.push(kept === KEYS ? 0 : killedAt - (pressed[kept] ?? killedAt) + KEY_MS)
    await again.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  const sorted = lost.toSorted((a, b) => a - b)
  console.log(`Typing lost in ${RUNS} crashes, in ms: ${sorted.join(', ')}`)
  expect(sorted.at(-1)).toBeLessThanOrEqual(MOST_LOST_MS)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN_LOST_MS)
})
