import { useEffect, useState } from 'react'
import { hasMembers } from '#contract/json-value.ts'
import { explainFault, faultOf } from '#storage/storage-fault.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './page.module.css'

/**
 * Says that something which was asked for did not happen, where no part of a screen says so itself: a
 * button that does nothing without a word is taken for done.
 */
export function UnforeseenFailure() {
  const [words, setWords] = useState<string | null>(null)

  // What nobody waits for fails outside of React.
  useEffect(() => {
    const hear = ({ reason }: PromiseRejectionEvent) => setWords(wordsFor(reason))
    addEventListener('unhandledrejection', hear)
    return () => removeEventListener('unhandledrejection', hear)
  }, [])

  if (words === null) return null
  return (
    <div ref={bringIntoView} className={styles.failure}>
      <Notice
        tone="bad"
        role="alert"
        title="That did not work."
        actions={<Button onClick={() => setWords(null)}>Close</Button>}
      >
        <p>{words} What you have written is still here.</p>
      </Notice>
    </div>
  )
}

function wordsFor(reason: unknown) {
  const { message } = hasMembers(reason) ? reason : {}
  if (faultOf(reason) === 'full') return explainFault.full
  // Each browser has words of its own for this.
  if (typeof message === 'string' && /import/i.test(message) && /module/i.test(message)) {
    return 'A part of the app could not be loaded. Check that Batch Composer is still running, then try again.'
  }
  return 'An unexpected error occurred. Try again, or reload the page.'
}

/** The button that was pressed may be far down. */
function bringIntoView(failure: HTMLElement | null) {
  failure?.scrollIntoView({ block: 'nearest' })
}
