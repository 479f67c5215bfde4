import { useRef, useState } from 'react'

/**
 * Keeps a press from being acted on twice. `once` begins its work at once and passes on how it ended,
 * also when it throws; while some work is under way it does nothing and resolves with undefined. `busy`
 * is the same for rendering.
 */
export function useOnce() {
  // A ref, because two presses within one tick both see the state of before the first.
  const locked = useRef(false)
  const [busy, setBusy] = useState(false)

  const once = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (locked.current) return undefined
    locked.current = true
    setBusy(true)
    try {
      return await work()
    } finally {
      locked.current = false
      setBusy(false)
    }
  }

  return {
    once,
    busy,
    /** Whether work is under way, known within the same tick. */
    isLocked: () => locked.current,
  }
}
