import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { KeptPart } from '#html/show/showable-block.ts'
import type { LiveSource } from '#html/parse/live-source.ts'
import type { ParticipantTexts } from '#preview/participant-texts.ts'
import styles from './OnPaper.module.css'
import { PaperSheet } from './PaperSheet.tsx'

type OnPaperProps = {
  texts: ParticipantTexts
  /** `batch_items` of any shape. */
  questions: unknown
  kept: KeptPart | null
  /** `public/preview.css`. */
  sheetStyles: string
}

/**
 * In the place of what comes after it, while the page is printed: a printer cuts a frame off. Made when
 * printing begins and gone afterwards, so that it costs nothing while somebody writes.
 */
export function OnPaper({ texts, ...rest }: OnPaperProps) {
  const isPrinted = useIsPrinted()
  if (!isPrinted) return null
  const { title, introduction, steps } = texts
  const written = {
    task_name: typeof title === 'string' ? title : title.getText(),
    task_introduction: htmlOf(introduction),
    task_steps: htmlOf(steps),
  }
  return (
    <div className={styles.paper}>
      <PaperSheet {...rest} texts={written} />
    </div>
  )
}

function htmlOf(text: LiveSource | string) {
  if (typeof text === 'string') return text
  return text
    .getBlocks()
    .map(({ html }) => html)
    .join('')
}

/** Whether the page is being printed, or looked at as it will be on paper. */
function useIsPrinted() {
  const [isPrinted, setPrinted] = useState(() => matchMedia('print').matches)

  // The browser alone knows when it prints, and it waits for nothing that comes after its event.
  useEffect(() => {
    const media = matchMedia('print')
    const begin = () => flushSync(() => setPrinted(true))
    const end = () => setPrinted(media.matches)
    const change = () => flushSync(() => setPrinted(media.matches))
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    media.addEventListener('change', change)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      media.removeEventListener('change', change)
    }
  }, [])

  return isPrinted
}
