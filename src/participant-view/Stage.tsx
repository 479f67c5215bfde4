import { useEffect, useRef, useState } from 'react'
import { useChunk } from '#ui/use-chunk.ts'
import type { ParticipantTexts } from './participant-texts.ts'
import styles from './ParticipantView.module.css'

export type Device = 'phone' | 'computer'

const WIDTHS: Record<Device, number> = { phone: 390, computer: 1024 }

// With the sanitiser, which is not needed before the first paint.
const loadSheet = () => import('./Sheet.tsx').then((module) => module.Sheet)

type StageProps = {
  texts: ParticipantTexts
  device: Device
  /** Told how much smaller than life the sheet is: 1 when it fits. */
  onScale: (scale: number) => void
}

/** The device outline with the sheet in it: true width, made smaller where it does not fit. */
export function Stage({ texts, device, onScale }: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState(0)
  const sheet = useChunk(loadSheet)
  const scale = space === 0 ? 1 : Math.min(1, space / WIDTHS[device])

  // How much room there is only shows in the laid out page.
  useEffect(() => {
    if (!stage.current) return
    const observer = new ResizeObserver(([entry]) => setSpace(entry?.contentRect.width ?? 0))
    observer.observe(stage.current)
    return () => observer.disconnect()
  }, [])

  // The written percentage is outside the stage.
  useEffect(() => onScale(scale), [onScale, scale])

  return (
    <div ref={stage} className={styles.stage}>
      <div
        className={styles.device}
        data-device={device}
        style={{ width: Math.min(WIDTHS[device], space || WIDTHS[device]) }}
      >
        <div
          className={styles.scaled}
          style={
            scale < 1
              ? { width: WIDTHS[device], height: `${100 / scale}%`, transform: `scale(${scale})` }
              : undefined
          }
        >
          {sheet.state === 'ready' && <sheet.value {...texts} />}
          {sheet.state === 'failed' && (
            <p className={styles.failed}>
              The participant view could not be loaded.{' '}
              <button type="button" onClick={sheet.retry}>
                Try again
              </button>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
