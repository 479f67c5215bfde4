import type { KeptPart } from '#html/show/showable-block.ts'
import { useCallback } from 'react'
import type { TaskDetails } from '#contract/task-details.ts'
import styles from './PaperSheet.module.css'
import { staticSheet } from './static-sheet.ts'

type PaperSheetProps = {
  texts: TaskDetails
  /** `batch_items` of any shape. */
  questions: unknown
  /** The part of the texts that is shown alone; all of them without it. */
  kept?: KeptPart | null
  /** `public/preview.css`. */
  sheetStyles: string
}

/**
 * What participants read and answer, to be printed. Not in a frame, which is one box that a printer cuts through
 * the middle of a line: the cleaned nodes, which do nothing, stand in the page itself, with a root of
 * their own so that the page's styles and theirs do not meet.
 */
export function PaperSheet({ texts, questions, kept = null, sheetStyles }: PaperSheetProps) {
  // React does not render these nodes: they were cleaned and put together elsewhere.
  const show = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(sheetStyles.replaceAll(':root', ':host'))
      root.adoptedStyleSheets = [sheet]
      // The page has a `main` of its own, and may hold one only.
      const sheetOf = document.createElement('div')
      sheetOf.className = 'sheet'
      const drawn = document.importNode(staticSheet(texts, questions, kept), true)
      sheetOf.lang = drawn.lang
      sheetOf.append(...drawn.childNodes)
      root.replaceChildren(sheetOf)
    },
    [texts, questions, kept, sheetStyles],
  )
  // What is wider than a phone is scrolled to, by the keyboard as well.
  return (
    <div
      ref={show}
      translate="no"
      role="region"
      aria-label="Participant view"
      tabIndex={0}
      className={styles.paper}
    />
  )
}
