import { useEffect, useState } from 'react'

type Chunk<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; retry: () => void }

/**
 * Loads a part of the app after the first paint. Not `React.lazy`: Suspense holds a fallback for
 * 300 ms, and a subtree that it reveals late makes the editor build and destroy itself (both measured).
 * `load` must be a module constant.
 */
export function useChunk<T>(load: () => Promise<T>): Chunk<T> {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<{ load: unknown; chunk: Chunk<T> }>()

  // Loading code is an outside system; the answer is ignored when the component is gone by then.
  useEffect(() => {
    let wanted = true
    const setChunk = (chunk: Chunk<T>) => setLoaded({ load, chunk })
    load().then(
      (value) => wanted && setChunk({ state: 'ready', value }),
      () =>
        wanted &&
        setChunk({
          state: 'failed',
          retry: () => {
            setChunk({ state: 'loading' })
            setAttempt((count) => count + 1)
          },
        }),
    )
    return () => {
      wanted = false
    }
  }, [load, attempt])

  // Where another part comes into the same place, the earlier one is not that part.
  return loaded?.load === load ? loaded.chunk : { state: 'loading' }
}
