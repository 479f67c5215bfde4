export type CheckCount = ReturnType<typeof createCheckCount>

/**
 * How many things are to be fixed or may disappear: counted where the checks run, and shown wherever
 * they are not, without rendering the form in between.
 */
export function createCheckCount() {
  const listeners = new Set<() => void>()
  let count = 0
  return {
    get: () => count,
    set(next: number) {
      if (next === count) return
      count = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
