import { hasCreatedBefore } from './visits.ts'

const HIDDEN = 'batch-composer.first-steps-hidden'

/** Whether the way to a first batch is still worth showing: nobody hid it, and none was created here. */
export function needsFirstSteps() {
  try {
    return localStorage.getItem(HIDDEN) === null && !hasCreatedBefore()
  } catch {
    // Nothing could be remembered, so it would come back every time.
    return false
  }
}

/** Remembers that somebody does not want to see it again. */
export function hideFirstSteps() {
  try {
    localStorage.setItem(HIDDEN, '1')
  } catch {
    // It was shown because reading worked; full storage shows it again, which is no loss.
  }
}
