import type { Browser } from '@playwright/test'
import { caretIntoTheMiddle, draftOf, keepDraft } from './measure-typing.ts'
import type { Row } from './table.ts'

const KEYS = 50

/**
 * How often the form or anything above it is rendered while 50 keys are typed into an editor, the saves
 * and checks that follow included. React reports its commits to the hook that its developer tools use.
 */
export async function measureRenders(browser: Browser, app: string): Promise<Row[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(countFormRenders)
  await page.addInitScript(keepDraft, JSON.stringify(draftOf(1_000)))
  await page.goto(`${app}/practice/new?draft=measured`)
  await caretIntoTheMiddle(page)
  await page.getByText(/^Saved \d/).waitFor()
  const mounting = await page.evaluate(() => window.commits?.total ?? 0)
  if (mounting === 0) throw new Error('React reported no commit, so none would be counted.')

  await page.evaluate(() => {
    if (window.commits) window.commits.ofForm = 0
  })
  await page.keyboard.type('x'.repeat(KEYS), { delay: 30 })
  await page.waitForFunction(isStored, 'x'.repeat(KEYS))
  const renders = await page.evaluate(() => window.commits?.ofForm ?? Number.NaN)
  const total = await page.evaluate(() => window.commits?.total ?? 0)
  await context.close()
  return [
    {
      what: `form renders while typing ${KEYS} keys`,
      figure: renders,
      unit: '',
      target: { atMost: 0 },
      detail: `${total - mounting} smaller updates elsewhere on the page`,
    },
  ]
}

/** Whether the database of the page holds a draft with these letters in a row. */
async function isStored(letters: string) {
  const drafts = await new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('batch-composer')
    opening.addEventListener('error', reject)
    opening.addEventListener('success', () => {
      const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
      all.addEventListener('error', reject)
      all.addEventListener('success', () => {
        opening.result.close()
        resolve(all.result)
      })
    })
  })
  return JSON.stringify(drafts).includes(letters)
}

type Fiber = {
  tag: number
  flags: number
  stateNode: unknown
  child: Fiber | null
  sibling: Fiber | null
}

declare global {
  interface Window {
    commits?: { total: number; ofForm: number }
  }
}

/** Runs in the page before React does. */
function countFormRenders() {
  const PERFORMED_WORK = 1
  const HOST_COMPONENT = 5
  const commits = { total: 0, ofForm: 0 }
  window.commits = commits
  let before = new Set<object>()

  /** The components around the form, outermost first; null where the form is not below `fiber`. */
  const pathToForm = (fiber: Fiber | null): Fiber[] | null => {
    for (let next = fiber; next; next = next.sibling) {
      if (next.stateNode instanceof HTMLFormElement) return []
      const below = pathToForm(next.child)
      if (below) return next.tag === HOST_COMPONENT ? below : [next, ...below]
    }
    return null
  }
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot(_renderer: number, root: { current: Fiber }) {
        commits.total += 1
        const components = pathToForm(root.current) ?? []
        // A component that was not even visited keeps its object, and its flags from long ago.
        const rendered = components.some(
          (fiber) => !before.has(fiber) && (fiber.flags & PERFORMED_WORK) !== 0,
        )
        if (rendered) commits.ofForm += 1
        before = new Set(components)
      },
    },
  })
}
