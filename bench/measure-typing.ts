import type { Browser, Page } from '@playwright/test'
import type { UnloadBackup } from '#drafts/autosave/unload-backup.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { documentOf } from './document.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 3
const KEYS = 40
/** Slow enough for a pause to save in, as people make after a few words. */
const KEY_MS = 120
const PAUSE_MS = 450
const KEYS_BEFORE_A_PAUSE = 8

/**
 * From a key to the frame that shows it: in the form with participant view, checks and saving on, and
 * in a bare ProseMirror editor that holds the same document. Both by turns, in the same browser.
 */
export async function measureTyping(
  browser: Browser,
  app: string,
  bareEditor: string,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const words of [1_000, 10_000]) {
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(...(await typeInto(browser, `${bareEditor}?words=${words}`)))
      ours.push(...(await typeInto(browser, `${app}/practice/new?draft=measured`, draftOf(words))))
    }
    rows.push({
      what: `key to frame, ${words.toLocaleString('en')} words, against bare ProseMirror`,
      figure: median(ours) / median(bare),
      unit: '×',
      target: { atMost: 1.35 },
      detail: `${median(ours).toFixed(1)} / ${median(bare).toFixed(1)} ms`,
    })
  }
  return rows
}

async function typeInto(browser: Browser, url: string, draft?: UnloadBackup) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  if (draft) await page.addInitScript(keepDraft, JSON.stringify(draft))
  await page.goto(url)
  await caretIntoTheMiddle(page)
  await page.evaluate(recordKeys)
  // The first keys warm the code up and are not counted.
  for (let key = -KEYS_BEFORE_A_PAUSE; key < KEYS; key += 1) {
    if (key === 0) await page.evaluate(() => window.keyToFrame?.splice(0))
    await page.keyboard.press('abcdefgh'.charAt(Math.abs(key) % 8))
    const pause = (key + 1) % KEYS_BEFORE_A_PAUSE === 0
    await page.waitForFunction(
      ({ since, wait }) => performance.now() - since > wait,
      { since: await page.evaluate(() => performance.now()), wait: pause ? PAUSE_MS : KEY_MS },
      { polling: 30 },
    )
  }
  const times = await page.evaluate(() => window.keyToFrame ?? [])
  if (times.length < KEYS) throw new Error(`Only ${times.length} keys were seen at ${url}.`)
  await context.close()
  return times
}

/** Puts the caret into a paragraph half way down the longest editor of the page. */
export async function caretIntoTheMiddle(page: Page) {
  const editor = page.locator('[contenteditable="true"]').last()
  await editor.waitFor()
  const paragraphs = editor.locator('> p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
}

/** The form's own draft, as an earlier visit would have left it. */
export function draftOf(words: number): UnloadBackup {
  return {
    id: 'measured',
    base: 0,
    saved: false,
    tab: 'earlier',
    at: Date.now(),
    place: 'practice',
    texts: {
      ...blankTexts,
      taskTitle: 'Rate product reviews',
      introduction: '<p>About ten minutes.</p>',
      steps: documentOf(words),
      batchName: 'Measured',
    },
  }
}

export function keepDraft(draft: string) {
  localStorage.setItem('batch-composer.unsaved.measured', draft)
}

declare global {
  interface Window {
    keyToFrame?: number[]
  }
}

function recordKeys() {
  const times: number[] = []
  window.keyToFrame = times
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => {
          times.push(performance.now() - timeStamp)
        })
        painted.port1.start()
        painted.port2.postMessage(null)
      })
    },
    true,
  )
}
