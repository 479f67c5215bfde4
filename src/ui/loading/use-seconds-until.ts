import { useEffect, useState } from 'react'

/**
 * The whole seconds until a moment (milliseconds since 1970), counted down before the reader's eyes;
 * 0 from then on, and for null.
 */
export function useSecondsUntil(at: number | null) {
  const [now, setNow] = useState(() => Date.now())
  const left = at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1000))
  const counting = left > 0

  // Time passes outside of React.
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const first = setTimeout(tick)
    const timer = counting ? setInterval(tick, 1000) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [at, counting])

  return left
}
