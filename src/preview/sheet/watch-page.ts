import { findOverflow } from './find-overflow.ts'
import { clearOverflow } from './point-out.ts'

/** What is worth saying about the page that is shown. */
export interface Findings {
  /** The widest part that is wider than the page, and how many there are in all. */
  tooWide: { what: string; where: string; by: number; count: number } | null
  /** Hosts of the pictures in the texts, whether they are shown or not. */
  pictureHosts: readonly string[]
  /** How many parts are marked in the margin. */
  marked: number
  /** How high the whole page is, in CSS pixels; 0 when that is not known yet. */
  height: number
}

export const nothingFound: Findings = {
  tooWide: null,
  pictureHosts: [],
  marked: 0,
  height: 0,
}

/** Nobody looks for trouble while typing. */
const REST_MS = 300

/**
 * Looks at `page` whenever its text, its width or its height has changed and then been at rest for a
 * moment, and calls `tell` when there is something new to say. Returns the way to stop.
 */
export function watchPage(page: Document, tell: (findings: Findings) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const look = () => {
    // In a frame that is not shown, such as on a hidden tab, nothing has a size.
    if (page.defaultView?.innerWidth === 0) return
    const findings = inspect(page)
    if (!findings.tooWide) clearOverflow(page)
    const words = JSON.stringify(findings)
    if (words === told) return
    told = words
    tell(findings)
  }
  const lookSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, REST_MS)
  }
  const edits = new MutationObserver(lookSoon)
  const sizes = new ResizeObserver(lookSoon)
  edits.observe(page.body, { childList: true, characterData: true, subtree: true })
  // The outer one follows the device, the inner one what grows by itself, such as a picture.
  sizes.observe(page.documentElement)
  sizes.observe(page.body)
  lookSoon()
  return () => {
    clearTimeout(timer)
    edits.disconnect()
    sizes.disconnect()
  }
}

function inspect(page: Document): Findings {
  const hosts = [...page.querySelectorAll('[data-host]')].map(
    (element) => element.getAttribute('data-host') ?? '',
  )
  const [widest, ...others] = findOverflow(page)
  return {
    tooWide: widest
      ? { what: widest.what, where: widest.where, by: widest.by, count: 1 + others.length }
      : null,
    pictureHosts: [...new Set(hosts)],
    marked: page.querySelectorAll('[data-may-disappear]').length,
    height: page.body.scrollHeight,
  }
}
