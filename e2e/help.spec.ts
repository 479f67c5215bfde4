import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, testAlone } from './fixtures.ts'

const phone = { width: 390, height: 844 }
const beside = (page: Page) => page.getByRole('complementary', { name: 'Help' })

async function checkAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** How far the page can be scrolled sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

test('help is read beside the form, and the form keeps everything', async ({ write, page }) => {
  await write.open()
  await write.type({ title: 'Rate reviews', introduction: 'Read each review.' })
  await page.getByRole('button', { name: 'Help' }).click()
  const help = beside(page)
  await expect(help.getByRole('heading', { name: 'Writing', exact: true })).toBeVisible()
  await checkAccessible(page)

  await write.type({ steps: 'Choose a feeling.' })
  await write.introduction.press('Control+End')
  await page.keyboard.type(' Then decide.')

  await help.getByRole('searchbox', { name: 'Search the help' }).fill('two windows')
  await expect(help.getByRole('list', { name: 'Search results' })).toBeVisible()
  await checkAccessible(page)
  await page.keyboard.press('Enter')
  await expect(help.getByRole('list', { name: 'Search results' })).toBeHidden()
  await help.getByRole('button', { name: 'All pages' }).click()
  await help.getByRole('link', { name: 'Sending and safety' }).click()
  await expect(help.getByRole('heading', { name: 'Sending and safety' })).toBeFocused()
  expect(new URL(page.url()).pathname).toBe('/practice/new')

  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(page.getByRole('button', { name: 'Help' })).toBeFocused()
  await expect(write.title).toHaveValue('Rate reviews')
  await expect(write.introduction).toHaveText('Read each review. Then decide.')
  await expect(write.steps).toHaveText('Choose a feeling.')
})

test('help with questions opens beside the questions, and goes back there when asked again', async ({
  write,
  page,
}) => {
  await write.open()
  await page.locator('summary').filter({ hasText: 'Questions' }).click()
  const link = page.getByRole('link', { name: 'Help with questions' })
  await link.click()
  const title = beside(page).getByRole('heading', { name: 'Questions', exact: true })
  await expect(title).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/practice/new')

  await beside(page).getByRole('button', { name: 'All pages' }).click()
  await expect(title).toBeHidden()
  await link.click()
  await expect(title).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(link).toBeFocused()
})

test('nothing of the form is under the help, and what is at its foot can be pressed', async ({
  write,
  page,
}) => {
  await write.open()
  await page.getByRole('button', { name: 'Help' }).click()
  const left = async () => (await beside(page).boundingBox())?.x ?? 0
  for (const shown of [write.title, page.getByRole('tab', { name: 'Request' })]) {
    const box = await shown.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(await left())
  }
  await write.createButton.click()
  await expect(write.title).toHaveAttribute('aria-invalid', 'true')
  expect(await sideways(page)).toBe(0)
})

test('a page of the help has an address, whole on paper too', async ({ page }) => {
  await page.goto('/help/practice#rehearse-a-problem')
  await expect(page).toHaveTitle('Help: Practice – Batch Composer')
  await expect(page.getByRole('heading', { name: 'Rehearse a problem', exact: true })).toBeFocused()
  await checkAccessible(page)
  await page.getByRole('navigation', { name: 'Pages of the help' }).getByText('Writing').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Writing' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Practice' })).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('cell', { name: '!edit-drop' })).toBeVisible()
  await expect(page.getByText('If a database is damaged')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
})

test('a page that nobody wrote leads to those that there are', async ({ page }) => {
  await page.goto('/help/unicorns')
  await expect(page.getByText('Help has no page with this name.')).toBeVisible()
  await checkAccessible(page)
  await page.getByRole('link', { name: 'Your first batch' }).click()
  await expect(page).toHaveURL(/\/help\/start$/)
})

test('on a phone the help is over the form and closes back to the same spot', async ({
  write,
  page,
}) => {
  await page.setViewportSize(phone)
  await write.open()
  await write.type({ title: 'Rate reviews', steps: 'Choose.' })
  // The page gets shorter as the form is no longer empty.
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await write.batchName.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Menu' }).click()
  const place = await page.evaluate(() => scrollY)
  await page.getByRole('button', { name: 'Help' }).click()
  const sheet = page.getByRole('dialog', { name: 'Help' })
  await expect(sheet.getByRole('heading', { name: 'Writing', exact: true })).toBeVisible()
  await checkAccessible(page)
  await sheet.getByRole('searchbox').fill('!429')
  await page.keyboard.press('Enter')
  await expect(
    sheet.getByRole('heading', { name: 'Rehearse a problem', exact: true }),
  ).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  expect(await page.evaluate(() => scrollY)).toBe(place)
  await expect(write.title).toHaveValue('Rate reviews')
  await expect(write.steps).toHaveText('Choose.')
})

for (const width of [390, 320]) {
  test(`every page can be read on a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/help')
    const list = page.getByRole('list', { name: 'Pages of the help' })
    await expect(list.getByRole('link').first()).toBeVisible()
    const addresses = await list
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(6)
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect([address, await sideways(page)]).toEqual([address, 0])
      const cut = await page
        .locator('main :is(p, li, td, pre, h2)')
        .evaluateAll(
          (parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).length,
        )
      expect([address, cut]).toEqual([address, 0])
    }
    await checkAccessible(page)
  })
}

testAlone.describe('a server that is gone', () => {
  testAlone.use({ expectedConsole: [/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE/] })

  testAlone('takes no help with it', async ({ page, alone }) => {
    await page.goto('/practice/new')
    await page.waitForLoadState('networkidle')
    await alone.stop()
    await page.getByRole('button', { name: 'Help' }).click()
    const help = beside(page)
    await help.getByRole('searchbox').fill('token')
    await page.keyboard.press('Enter')
    await expect(help.getByRole('heading', { name: /token/i }).first()).toBeVisible()
  })
})
