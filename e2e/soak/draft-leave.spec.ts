import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures.ts'
import { WritePage } from '#e2e/write-page.ts'
import { runsOr } from '#test/runs.ts'

/** How often a page goes away right after a key: `RUNS=50` for the long proof. */
const RUNS = runsOr(2)

type Leave = (page: Page, context: BrowserContext) => Promise<Page>

/** How a page goes away; each ends with the page on which the draft is opened again. */
const ways: Record<string, Leave> = {
  'a reload': async (page) => {
    await page.reload()
    return page
  },
  'going elsewhere': async (page) => {
    await page.goto('/practice/batches')
    return page
  },
  'closing the window': async (page, context) => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    return context.newPage()
  },
}

for (const [way, leave] of Object.entries(ways)) {
  test(`the last key before ${way} is kept (${RUNS} runs)`, async ({ page, context }) => {
    test.setTimeout(90_000 + RUNS * 20_000)
    const write = new WritePage(page)
    await write.open()
    await write.title.fill('Left at once')
    await expect(page).toHaveURL(/draft=/)
    const address = page.url()

    let typed = ''
    let at = page
    for (let run = 0; run < RUNS; run += 1) {
      const here = new WritePage(at)
      await here.introduction.click()
      // A form that moved under the click is no lost key.
      await expect(here.introduction).toBeFocused()
      await at.keyboard.press('ControlOrMeta+End')
      const key = 'abcdefghij'.charAt(run % 10)
      await at.keyboard.type(key)
      typed += key
      at = await leave(at, context)
      if (at.url() !== address) await at.goto(address)
      await expect(new WritePage(at).introduction, `after run ${run + 1}`).toHaveText(typed)
    }
  })
}
