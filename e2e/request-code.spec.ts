import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

test('the program that is shown creates the batch that was written', async ({
  write,
  api,
  page,
}, info) => {
  await write.open()
  await write.fillExample('Created by a program')
  await page.getByRole('tab', { name: 'Request' }).click()
  await page.getByRole('combobox', { name: 'Show as' }).selectOption('JavaScript')
  const shown = page.getByRole('region', { name: 'Request as JavaScript' })
  await expect(shown).toBeVisible()
  const file = info.outputPath('create-batch.mjs')
  await writeFile(file, await shown.evaluate((element) => element.textContent))
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { PATH: process.env['PATH'], PROLIFIC_TOKEN: 'any' },
  })
  const [stored] = await api.named('Created by a program')
  expect(stdout).toBe(`Created batch ${stored?.id}\n`)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing serious in the code`, async ({ write, page }) => {
    await page.emulateMedia({ colorScheme })
    await write.open()
    await write.fillExample()
    await page.getByRole('tab', { name: 'Request' }).focus()
    await page.keyboard.press('Enter')
    const showAs = page.getByRole('combobox', { name: 'Show as' })
    await expect(showAs).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(showAs).toBeFocused()
    for (const form of ['cURL', 'Go', 'Prolific’s command line']) {
      await showAs.selectOption(form)
      await expect(page.getByRole('region', { name: `Request as ${form}` })).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .include('[role=tabpanel]:not([hidden])')
        .exclude('iframe')
        .analyze()
      expect(violations).toEqual([])
    }
  })
}
