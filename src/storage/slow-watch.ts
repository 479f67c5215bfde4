/**
 * A save takes a few milliseconds: words that come and go with it would flicker at every pause. Whoever
 * looks begins to wait after about half a second.
 */
const NOTICED_MS = 400
/** From here on somebody may want to help themselves. */
export const LONG_MS = 5_000

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
