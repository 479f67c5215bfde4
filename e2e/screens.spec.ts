import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { screens } from './every-screen.ts'
import { expect, test } from './fixtures.ts'
import { broken, translate } from './translate.ts'

test.use({ expectedConsole: [/ERR_EMPTY_RESPONSE/] })

/** The participant view runs no script, axe included, and would be waited for in vain. */
const axe = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .options({ iframes: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])

/** Translates the screen, closes what is open on it and goes on to another one, by the header and by keys. */
async function goOnTranslated(page: Page, name: string) {
  await page.setViewportSize({ width: 1280, height: 900 })
  await translate(page)
  await page.keyboard.press('Escape')
  const other = name === 'the list of drafts' ? /^templates$/i : /^drafts$/i
  await page.getByRole('banner').getByRole('link', { name: other }).click()
  await expect(page).toHaveURL(/\/(?:drafts|templates)$/)
  await expect(page.getByRole('heading', { level: 1, name: other })).toBeVisible()
  await translate(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await translate(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(broken(page)).toBeHidden()
}

/** Each width once: how wide a screen is does not depend on its colours. */
const widths = { light: [320, 360, 390, 768, 899], dark: [900, 1100, 1280, 1920] }

for (const [name, open] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing serious, and nothing scrolls sideways`, async ({
      page,
      api,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, api)
      const { violations } = await axe(page).analyze()
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      expect
        .soft(serious.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]))
        .toEqual([])
      for (const width of widths[colorScheme]) {
        await page.setViewportSize({ width, height: 900 })
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
        expect.soft(overflow, `at ${width} px`).toBeLessThanOrEqual(0)
      }
      if (colorScheme === 'light') await goOnTranslated(page, name)
    })
  }
}

test('in forced colours, what is chosen looks unlike what is not', async ({ write, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await write.open()
  await write.type({ introduction: 'Words' })
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+B')
  const button = (name: string) => page.getByRole('button', { name, exact: true }).first()
  const segment = (name: string) => page.locator('label').filter({ hasText: name })
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name })
  const tab = (name: string) => page.getByRole('tab', { name })
  for (const [chosen, other] of [
    [segment('Phone'), segment('Tablet')],
    [button('Visual'), button('HTML')],
    [link('New batch'), link('Drafts')],
    [button('Bold'), button('Italic')],
    [tab('Participant view'), tab('Request')],
  ] as const) {
    const colour = (of: Locator) => of.evaluate((node) => getComputedStyle(node).backgroundColor)
    expect(await colour(chosen)).not.toBe(await colour(other))
  }
  await expect(tab('Request')).toHaveCSS('border-bottom-color', 'rgb(255, 255, 255)')
})
