/**
 * A save takes a few milliseconds: words that come and go with it would flicker at every pause. Whoever
 * looks begins to wait after about half a second.
 */
const NOTICED_MS = 400

/** From here on somebody may want to help themselves. */
export const LONG_MS = 5_000
const IDLE_MS = 300
const LONGEST_MS = 2_000
export const RETRY_MS = 5_000

/**
 * Calls `run` 300 ms after the last of several wishes, and at most 2 s after the first; 5 s after
 * `retry`, unless something else comes first.
 */
export function createSaveClock(run: () => void) {
  let idle: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    clearTimeout(idle)
    clearTimeout(longest)
    clearTimeout(retry)
    idle = undefined
    longest = undefined
  }
  const ring = () => {
    stop()
    run()
  }
  return {
    wish: () => {
      clearTimeout(idle)
      idle = setTimeout(ring, IDLE_MS)
      longest ??= setTimeout(ring, LONGEST_MS)
    },
    retry: () => {
      clearTimeout(retry)
      retry = setTimeout(ring, RETRY_MS)
    },
    stop,
    runs: () => idle !== undefined,
  }
}

/** Tells when something takes its time, and again when it takes long; not when `stop` comes first. */
export function createSlowWatch(tell: (isLong: boolean) => void) {
  let timers: ReturnType<typeof setTimeout>[] = []
  return {
    /** Does nothing while it is being watched already. */
    start: () => {
      if (timers.length > 0) return
      timers = [setTimeout(tell, NOTICED_MS, false), setTimeout(tell, LONG_MS, true)]
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      timers = []
    },
  }
}
