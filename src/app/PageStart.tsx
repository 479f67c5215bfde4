import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A page whose part of the app takes longer than this is read from wherever its reader is by then. */
const PATIENCE_MS = 5_000

/**
 * Begins each page that somebody goes to at its top, with its heading in focus: without it a page keeps
 * the place of the one before, and screen readers say nothing. Going back is left to the browser.
 */
export function PageStart() {
  const [path] = useLocation()
  const went = useRef(false)

  // How an address came is known to the browser's history alone; the router says so with this event.
  useEffect(() => {
    const note = () => {
      went.current = true
    }
    addEventListener('pushState', note)
    return () => removeEventListener('pushState', note)
  }, [])

  // The place and the focus of a page are the browser's, and its heading may come with a later part.
  useEffect(() => {
    if (!went.current) return
    went.current = false
    scrollTo(0, 0)
    if (focusHeading()) return
    const waiting = new MutationObserver(() => focusHeading() && waiting.disconnect())
    waiting.observe(document.body, { childList: true, subtree: true })
    const patience = setTimeout(() => waiting.disconnect(), PATIENCE_MS)
    return () => {
      clearTimeout(patience)
      waiting.disconnect()
    }
  }, [path])

  return null
}

/**
 * False while there is no heading: that of a screen which is still to come goes when it comes. Whatever
 * has the focus by then keeps it.
 */
function focusHeading() {
  const heading = document.querySelector<HTMLElement>('main:not([aria-busy=true]) h1')
  if (!heading) return false
  if (document.activeElement === document.body) {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  return true
}
