import { expect, test } from './fixtures.ts'

/*
 * Each of these does on purpose what no test may do: the watch has to fail it. Playwright counts a test
 * that is marked as failing and does fail as passed.
 */
test('an error in the console fails a test', async ({ write, page }) => {
  test.fail()
  await write.open()
  await page.evaluate(() => console.error('on purpose'))
})

test('an uncaught error fails a test', async ({ write, page }) => {
  test.fail()
  await write.open()
  await page.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('on purpose')
    })
  })
})

test('a breach of the content security policy fails a test', async ({ write, page }) => {
  test.fail()
  await write.open()
  await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
  })
})

test('a breach inside the participant view fails a test', async ({ write, page }) => {
  test.fail()
  await write.open()
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument
    const picture = frame?.createElement('img')
    if (!frame || !picture) return
    picture.src = '/favicon.svg'
    frame.body.append(picture)
  })
  await expect(write.participantView.locator('img')).toHaveCount(1)
})

test('a request to another origin fails a test', async ({ write, page }) => {
  test.fail()
  await write.open()
  await page.evaluate(() => fetch('http://127.0.0.2:9/').catch(() => undefined))
})
