type Listener<Arguments extends readonly unknown[]> = (...told: Arguments) => void

/** Those who want to be told of something. */
export function createListeners<Arguments extends readonly unknown[] = []>() {
  const listeners = new Set<Listener<Arguments>>()
  return {
    /** Calls `listener` each time from now on; returns how to stop. */
    subscribe: (listener: Listener<Arguments>) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell: (...told: Arguments) => {
      for (const listener of listeners) listener(...told)
    },
  }
}

export type Store<T> = ReturnType<typeof createStore<T>>

/** A value that is told of when it becomes another one, as `useSyncExternalStore` takes it. */
export function createStore<T>(first: T) {
  const { subscribe, tell } = createListeners()
  let value = first
  return {
    get: () => value,
    set: (next: T) => {
      if (Object.is(next, value)) return
      value = next
      tell()
    },
    subscribe,
  }
}
