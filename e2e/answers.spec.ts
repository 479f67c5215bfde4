import type { Page, Route } from '@playwright/test'
import { addressOf } from '#contract/routes.ts'
import { answers, storedBatch } from '#test/answers.ts'
import { expect, test } from './fixtures.ts'

/** Busy places hold the next press up; what they say has tests of its own. */
const unclear = answers.filter(({ create }) => create === 'not-known')
const refused = answers.filter(
  ({ create, name }) => create === 'not-created' && !name.startsWith('429'),
)
const created = answers.filter(({ create }) => create === 'created')

type Answer = (typeof answers)[number]

/** Gives `answer` to what is created, as it would come over the network. */
async function answerCreates(page: Page, { answer }: Answer) {
  const outcome = answer()
  const respond = async (route: Route) => {
    if (outcome instanceof Error) return route.abort()
    const { status, headers } = outcome
    const body = await outcome.text()
    return route.fulfill({ status, headers: Object.fromEntries(headers), body })
  }
  await page.route(`**${addressOf('createBatch')}`, (route) =>
    route.request().method() === 'POST' ? respond(route) : route.fallback(),
  )
}

test.use({ expectedConsole: [/Failed to load resource/] })

test('what is no clear answer is looked for, and nothing typed is lost', async ({
  write,
  page,
  api,
}) => {
  test.slow()
  const name = 'Odd answers'
  const uncertain = page.getByRole('region', { name: 'Unconfirmed batches' })
  await write.open()
  await write.fillExample(name)
  const before = await write.shownRequest()
  for (const answer of unclear) {
    await test.step(answer.name, async () => {
      await answerCreates(page, answer)
      await write.createButton.click()
      await expect(uncertain).toContainText('Not there after 1 look')
      await expect(uncertain).not.toContainText(/<h1>|<script|\bat \w+ \(/)
      expect(await write.shownRequest()).toBe(before)
      await page.unrouteAll()
      await uncertain.getByRole('button', { name: 'Stop looking' }).click()
      await uncertain.getByRole('button', { name: 'Stop tracking' }).click()
      await expect(uncertain).toHaveCount(0)
    })
  }
  expect(await api.named(name)).toHaveLength(0)
})

test('what is a refusal is said in plain words, and nothing typed is lost', async ({
  write,
  page,
}) => {
  test.slow()
  await write.open()
  await write.fillExample('Refused in many ways')
  const before = await write.shownRequest()
  for (const answer of refused) {
    await test.step(answer.name, async () => {
      await answerCreates(page, answer)
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await write.createButton.click()
      await answered
      await expect(write.createButton).toBeVisible()
      const said = page.getByRole('alert').filter({ hasText: 'The batch was not created' })
      await expect(said).toBeVisible()
      await expect(said).not.toContainText(/<h1>|<script|\bat \w+ \(/)
      expect((await said.innerText()).length).toBeLessThan(1_500)
      expect(await write.shownRequest()).toBe(before)
      await page.unrouteAll()
    })
  }
})

test('an odd batch is a batch all the same, and its page opens', async ({ write, batch, page }) => {
  test.slow()
  for (const answer of created) {
    await test.step(answer.name, async () => {
      await write.open()
      await write.fillExample()
      await answerCreates(page, answer)
      const asked = page.waitForResponse((response) =>
        response.url().endsWith(addressOf('readBatch', { id: storedBatch.id })),
      )
      await write.create()
      await asked
      await expect(batch.heading).toBeVisible()
      await page.unrouteAll()
    })
  }
})
