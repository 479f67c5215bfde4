import { createContext, useContext, type MouseEvent } from 'react'
import { helpAddress, type HelpTarget } from './help-page.ts'

type HelpLinks = {
  /** Shows another place of the manual. */
  follow: (to: HelpTarget) => void
  /** Before each id: beside the work there are other ids on the page. */
  idPrefix: string
  /** How many levels its headings are below those of a screen of its own. */
  deeper: 0 | 2
}

/** How links in the manual work where it is shown. */
export const HelpLinksContext = createContext<HelpLinks>({
  follow: () => {},
  idPrefix: '',
  deeper: 0,
})

/** What makes an element a link into the manual. A press that asks for another tab is the browser's. */
export function useHelpLink() {
  const { follow } = useContext(HelpLinksContext)
  return (to: HelpTarget) => ({
    href: helpAddress(to),
    onClick: (event: MouseEvent) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return
      }
      event.preventDefault()
      follow(to)
    },
  })
}

/**
 * Brings a place of the manual into view and moves the focus there. `top` is the heading of what is
 * shown, for a target without an anchor and for one that is not there.
 */
export function goTo(anchor: string, idPrefix: string, top: HTMLElement | null) {
  const heading = anchor === '' ? null : document.getElementById(`${idPrefix}${anchor}`)
  const target = heading ?? top
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'start' })
}
