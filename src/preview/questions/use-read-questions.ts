import { useEffect, useState } from 'react'
import { hasMembers } from '#contract/json-value.ts'
import type { LiveText } from '#html/parse/live-source.ts'

/** Nobody looks at questions while they type JSON. */
const REST_MS = 300

type Read = {
  /** `batch_items` of any shape; null when there are none. */
  value: unknown
  /** What is written cannot be read right now; `value` is what could be read last. */
  isStale: boolean
}

/**
 * Questions as they can be shown: stored ones as they are, or JSON that is being written, read whenever
 * it rests. While it cannot be read, what it was before stays.
 */
export function useReadQuestions(source: unknown): Read {
  const live = isLiveText(source) ? source : null
  const [read, setRead] = useState(() => readText(live?.getText() ?? '', nothing))

  // Keys are typed outside of React, and told of by the text.
  useEffect(() => {
    if (!live) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => setRead((before) => readText(live.getText(), before))
    look()
    const stop = live.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [live])

  return live ? read : { value: source, isStale: false }
}

const nothing = { text: '', value: null, isStale: false }

function readText(text: string, before: Read & { text: string }): Read & { text: string } {
  if (text === before.text) return before
  if (text.trim() === '') return { ...nothing, text }
  try {
    const value: unknown = JSON.parse(text)
    return { text, value, isStale: false }
  } catch {
    return { text, value: before.value, isStale: true }
  }
}

/** JSON has no functions, so that nothing stored can pass for one. */
function isLiveText(source: unknown): source is LiveText {
  return hasMembers(source) && typeof source['getText'] === 'function'
}
