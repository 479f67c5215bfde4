import { expect, test } from '#e2e/fixtures.ts'
import { WritePage } from '#e2e/write-page.ts'
import { runsOr } from '#test/runs.ts'

/** How often a page with a slow database is reloaded: `RUNS=300` for the long proof. */
const RUNS = runsOr(3)

/** Has the database of every page open late and write slowly, and frames come late, each time otherwise. */
function slowDown() {
  const within = (ms: number) => Math.random() * ms
  const opensAfter = 400 + within(600)
  IDBOpenDBRequest.prototype.addEventListener = function addLater(
    this: IDBOpenDBRequest,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const isAnswer = type === 'success' && typeof listener === 'function'
    const later = (event: Event) => {
      if (isAnswer) setTimeout(() => listener(event), opensAfter)
    }
    EventTarget.prototype.addEventListener.call(this, type, isAnswer ? later : listener, options)
  }
  const put = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype).put.value
  if (!put) throw new Error('Every browser can put something into a store.')
  IDBObjectStore.prototype.put = function putSlowly(value: unknown, key?: IDBValidKey) {
    const until = performance.now() + within(400)
    // A transaction is not over before what was asked of it is answered.
    const ask = () => {
      if (performance.now() < until) this.get('nothing').addEventListener('success', ask)
    }
    ask()
    return put.call(this, value, key)
  }
  globalThis.requestAnimationFrame = (draw) =>
    Number(setTimeout(() => draw(performance.now()), 16 + within(200)))
  globalThis.cancelAnimationFrame = (frame) => clearTimeout(frame)
}

test(`no key is lost by reloads while the database is slow (${RUNS} runs)`, async ({ page }) => {
  test.setTimeout(90_000 + RUNS * 20_000)
  await page.addInitScript(slowDown)
  const write = new WritePage(page)
  await write.open()
  await write.title.fill('Title')
  await expect(page).toHaveURL(/draft=/)
  let title = 'Title'
  let typed = ''
  for (let run = 0; run < RUNS; run += 1) {
    if (run % 3 === 2) {
      // Before the draft has come: a page that is closed leaves a copy, and the list takes that in.
      const address = page.url()
      await page.goto('/practice/drafts')
      await expect(page.getByRole('link', { name: /^Title/ })).toBeVisible()
      await page.goto(address)
      await expect(write.createButton).toBeEnabled()
      title = `Title ${run}`
      await write.title.fill(title)
    } else {
      await write.introduction.click()
      await expect(write.introduction).toBeFocused()
      await page.keyboard.press('ControlOrMeta+End')
      const key = 'abcdefghij'.charAt(run % 10)
      await page.keyboard.type(key)
      typed += key
    }
    if (run % 3 === 1) await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await page.reload()
    if (run % 3 === 1) continue
    await expect(write.introduction, `after run ${run + 1}`).toHaveText(typed)
    await expect(write.title, `after run ${run + 1}`).toHaveValue(title)
  }
  await expect(write.introduction).toHaveText(typed)
  await expect(write.title).toHaveValue(title)
})
