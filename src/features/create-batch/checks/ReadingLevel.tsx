import { useMemo } from 'react'
import { useChunk } from '#ui/use-chunk.ts'

const loadReadingLevel = async () => (await import('#html/reading-level.ts')).readingLevel

/** Who can read the texts, where that can be told; nothing until the way to tell has loaded. */
export function ReadingLevel({ html }: { html: string }) {
  const chunk = useChunk(loadReadingLevel)
  const measure = chunk.state === 'ready' ? chunk.value : null
  const level = useMemo(() => measure?.(html), [measure, html])
  return level ? <> {level}</> : null
}
