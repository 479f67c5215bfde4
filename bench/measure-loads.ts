import type { Browser } from '@playwright/test'
import { median, type Row } from './table.ts'

const COLD_LOADS = 20
const PLAIN_LOADS = 5
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const CPU_SLOWDOWN = 4
const FIELDS_WITH_EDITORS = 2

type Load = { typeableMs: number; editorsMs: number; layoutShift: number; whole: boolean }

/**
 * Cold loads of the form on slow 4G and a processor four times slower: when the first field can be
 * typed in, when the editors are there, what moved, and whether everything was there in the end.
 */
export async function measureLoads(
  browser: Browser,
  url: string,
  /** What this machine needs for the least that a browser can be asked for. */
  plainPage: string,
): Promise<Row[]> {
  const plain: number[] = []
  for (let at = 0; at < PLAIN_LOADS; at += 1) plain.push(await plainLoad(browser, plainPage))
  const loads: Load[] = []
  for (let at = 0; at < COLD_LOADS; at += 1) loads.push(await coldLoad(browser, url, 1280))
  const shifts = loads.map(({ layoutShift }) => layoutShift)
  for (const width of [360, 360, 360, 768, 768, 768]) {
    shifts.push((await coldLoad(browser, url, width)).layoutShift)
  }
  return [
    {
      what: 'slow 4G + 4 × CPU: first field typeable',
      figure: median(loads.map(({ typeableMs }) => typeableMs)) / 1000,
      unit: 's',
      target: { atMost: 0.4 },
      detail: `${(median(plain) / 1000).toFixed(2)} s for a page with one field and nothing else`,
    },
    {
      what: 'slow 4G + 4 × CPU: editors ready',
      figure: median(loads.map(({ editorsMs }) => editorsMs)) / 1000,
      unit: 's',
      target: { atMost: 2 },
    },
    {
      what: 'layout shift at 360, 768 and 1280 px, the worst load',
      figure: Math.max(...shifts),
      unit: '',
      target: { atMost: 0.01 },
    },
    {
      what: 'throttled cold loads with one editor a field and no blank page',
      figure: loads.filter(({ whole }) => whole).length,
      unit: `of ${COLD_LOADS}`,
      target: { atLeast: COLD_LOADS },
    },
  ]
}

async function slowPage(browser: Browser, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  return { context, page }
}

const firstPaint = () =>
  performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity

async function plainLoad(browser: Browser, url: string) {
  const { context, page } = await slowPage(browser, 1280)
  await page.goto(url)
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  )
  const painted = await page.evaluate(firstPaint)
  await context.close()
  return painted
}

async function coldLoad(browser: Browser, url: string, width: number): Promise<Load> {
  const { context, page } = await slowPage(browser, width)
  let errors = 0
  page.on('pageerror', () => {
    errors += 1
  })
  await page.addInitScript(recordLoad, FIELDS_WITH_EDITORS)
  await page.goto(`${url}/practice/new`)
  await page.waitForFunction(() => window.recordedLoad?.editorsMs, undefined, { timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  const recorded = await page.evaluate(() => {
    const editors = document.querySelectorAll('[contenteditable="true"]').length
    return { ...window.recordedLoad, editors }
  })
  const paint = await page.evaluate(firstPaint)
  await context.close()
  return {
    typeableMs: Math.max(paint, recorded.fieldMs ?? Infinity),
    editorsMs: recorded.editorsMs ?? Infinity,
    layoutShift: recorded.layoutShift ?? 0,
    whole: errors === 0 && recorded.editors === FIELDS_WITH_EDITORS,
  }
}

declare global {
  interface Window {
    recordedLoad?: { fieldMs?: number; editorsMs?: number; layoutShift: number }
  }
}

/** Runs in the page before anything else and notes when what is waited for turns up. */
function recordLoad(editorsWanted: number) {
  const recorded: NonNullable<Window['recordedLoad']> = { layoutShift: 0 }
  window.recordedLoad = recorded
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry) recorded.layoutShift += Number(entry.value)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  new MutationObserver(() => {
    const field = document.querySelector('input')
    if (field && !field.disabled) recorded.fieldMs ??= performance.now()
    const editors = document.querySelectorAll('[contenteditable="true"]').length
    if (editors < editorsWanted || recorded.editorsMs !== undefined) return
    recorded.editorsMs = performance.now()
    // What counts is the frame that shows them.
    requestAnimationFrame(() => {
      const painted = new MessageChannel()
      painted.port1.addEventListener('message', () => {
        recorded.editorsMs = performance.now()
      })
      painted.port1.start()
      painted.port2.postMessage(null)
    })
  }).observe(document, { childList: true, subtree: true, attributes: true })
}
