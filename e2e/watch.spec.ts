import { expect, test } from './fixtures.ts'

/*
 * Each of these does on purpose what no test may do, and names what the watch has to catch of it. A
 * test that fails for another reason, or of which nothing is caught, fails.
 */
test.describe(() => {
  test.use({ breaches: ['Console: on purpose'] })

  test('an error in the console is caught', async ({ write, page }) => {
    await write.open()
    await page.evaluate(() => console.error('on purpose'))
  })
})

test.describe(() => {
  test.use({ breaches: ['Uncaught: on purpose'] })

  test('an uncaught error is caught', async ({ write, page }) => {
    await write.open()
    await page.evaluate(() => {
      queueMicrotask(() => {
        throw new Error('on purpose')
      })
    })
  })
})

test.describe(() => {
  test.use({ breaches: ['style-src'] })

  test('a breach of the content security policy is caught', async ({ write, page }) => {
    await write.open()
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.head.append(style)
    })
  })
})

test.describe(() => {
  test.use({ breaches: ['img-src', 'Blocked script execution'] })

  test('a breach inside the participant view is caught', async ({ write, page }) => {
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
})

test.describe(() => {
  test.use({ breaches: ['connect-src', 'Fetch API cannot load http://127.0.0.2:9/'] })

  test('a request that the policy stops is caught', async ({ write, page }) => {
    await write.open()
    await page.evaluate(() => fetch('http://127.0.0.2:9/').catch(() => undefined))
  })
})

test.describe(() => {
  test.use({ breaches: ['Request to another origin: http://127.0.0.2:9/'] })

  test('a request to another origin is caught', async ({ write, page }) => {
    await write.open()
    // The policy has no say in where a page goes.
    await page.goto('http://127.0.0.2:9/').catch(() => undefined)
  })
})
