import { useState } from 'react'
import { newId } from '#contract/new-id.ts'

const KEY = 'batch-composer.draft-id'

/** The id of the one draft of this browser, for what is sent of it; `renew` begins another draft. */
export function useDraftId() {
  const [id, setId] = useState(storedId)
  return {
    id,
    renew: () => {
      forget()
      setId(storedId())
    },
  }
}

function storedId() {
  try {
    const id = localStorage.getItem(KEY) ?? newId()
    localStorage.setItem(KEY, id)
    return id
  } catch {
    // Rendered at build time, or in a browser that keeps nothing: another window has another draft.
    return newId()
  }
}

function forget() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // There was nothing to forget.
  }
}
