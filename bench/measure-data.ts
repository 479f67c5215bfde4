import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { median, type Row } from './table.ts'

const ROWS = 100_000
const RUNS = 3

/**
 * A file of 100,000 rows: from the choice to the first rows on the screen, with everything checked,
 * against Papa alone in a worker of a page with nothing else; and the longest task on the page meanwhile.
 */
export async function measureData(browser: Browser, url: string, papaPage: string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'batch-composer-bench-'))
  const file = join(folder, 'rows.csv')
  await writeFile(file, someRows())
  const ours: { ms: number; longest: number }[] = []
  const papa: number[] = []
  for (let at = 0; at < RUNS; at += 1) {
    papa.push(await withPage(browser, (page) => readByPapa(page, papaPage, file)))
    ours.push(await withPage(browser, (page) => readByUs(page, url, file)))
  }
  await rm(folder, { recursive: true })
  const us = median(ours.map(({ ms }) => ms))
  const them = median(papa)
  return [
    {
      what: 'CSV of 100,000 rows: read, checked, first rows on screen',
      figure: us / them,
      unit: '× Papa alone',
      target: { atMost: 1.5 },
      detail: `${us.toFixed(0)} ms, ${them.toFixed(0)} ms`,
    },
    {
      what: 'the longest task on the page meanwhile',
      figure: Math.max(...ours.map(({ longest }) => longest)),
      unit: 'ms',
      target: { atMost: 50 },
    },
  ]
}

/** Six columns, some with commas and quotes, about 30 MB. */
function someRows() {
  const words = 'The service was quick and kind, and the room was “clean”, as it should be. '
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const text = words.repeat((at % 3) + 2)
    return `${at},"${text}",group ${at % 500},https://example.org/pictures/${at}.png,"He said ""yes"".",${at * 0.5}`
  })
  return ['id,text,group,photo,quote,score', ...lines, ''].join('\n')
}

async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>) {
  const page = await browser.newPage()
  try {
    return await use(page)
  } finally {
    await page.close()
  }
}

async function readByPapa(page: Page, url: string, file: string) {
  await page.goto(url)
  await page.locator('input').setInputFiles(file)
  await page.waitForFunction(() => document.querySelector('output')?.textContent !== '')
  return Number(await page.locator('output').textContent())
}

async function readByUs(page: Page, url: string, file: string) {
  await page.goto(`${url}/practice/data`)
  const input = page.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })
  const watched = page.evaluate(
    () =>
      new Promise<{ ms: number; longest: number }>((resolve) => {
        let begun = 0
        let longest = 0
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) {
            if (begun > 0 && startTime > begun) longest = Math.max(longest, duration)
          }
        }).observe({ type: 'longtask' })
        addEventListener('change', () => (begun ||= performance.now()), { capture: true })
        const look = new MutationObserver(() => {
          if (!document.querySelector('tbody td')) return
          look.disconnect()
          const ms = performance.now() - begun
          // A task is told of once it is over.
          setTimeout(() => resolve({ ms, longest }), 200)
        })
        look.observe(document, { childList: true, subtree: true })
      }),
  )
  await input.setInputFiles(file)
  return watched
}
