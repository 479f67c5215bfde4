import type { KeptPart } from '#html/show/showable-block.ts'
import type { ProfileName } from '#html/profile/profile-names.ts'
import { useEffect, useRef, useState } from 'react'
import { previewAddress } from '#html/safety/image-host.ts'
import { devices, WIDTHS, type Device, drawingOptions } from './view-options.ts'
import type { ParticipantTexts } from './participant-texts.ts'
import { QuestionPages } from './questions/QuestionPages.tsx'
import type { ShownQuestions } from './questions/use-shown-questions.ts'
import { pointOutOverflow } from '#preview/sheet/point-out.ts'
import { Sheet } from '#preview/sheet/Sheet.tsx'
import styles from './Stage.module.css'
import type { ViewSettings } from './view-settings.ts'
import { nothingFound, watchPage, type Findings } from '#preview/sheet/watch-page.ts'
import { TriangleAlert } from 'lucide-react'
import { ViewNote } from './ViewNote.tsx'

type StageProps = {
  texts: ParticipantTexts
  questions: ShownQuestions
  kept: KeptPart | null
  marked: ProfileName | null
  device: Device
  title: string
  settings: ViewSettings
  /** Told which hosts the pictures in the texts come from: a stable function. */
  onPictureHosts: (hosts: readonly string[]) => void
  /** Told when Escape is pressed in the frame. */
  onEscape?: (() => void) | undefined
}

/** The device outline with the sheet in it: true width, made smaller where it does not fit. */
export function Stage(props: StageProps) {
  const { texts, questions, kept, marked, device, title, settings, onPictureHosts, onEscape } =
    props
  const room = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState(0)
  const [page, setPage] = useState<Document | null>(null)
  const [findings, setFindings] = useState(nothingFound)

  const width = WIDTHS[device]
  const fit = space === 0 ? 1 : Math.min(1, space / width)
  // A browser at 200% lays the page out in half the width and draws it twice as large.
  const zoom = settings.zoomed ? 2 : 1
  const scale = fit * zoom

  // How much room there is only shows in the laid out page.
  useEffect(() => {
    if (!room.current) return
    const observer = new ResizeObserver(([entry]) => setSpace(entry?.contentRect.width ?? 0))
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [])

  // The page in the frame is another document, which React does not render.
  useEffect(() => (page ? watchPage(page, setFindings) : undefined), [page])

  // What is said about pictures stands outside the stage.
  useEffect(() => onPictureHosts(findings.pictureHosts), [onPictureHosts, findings.pictureHosts])

  const address = previewAddress(settings.imageHosts)
  const caption = [
    `${devices.find(({ value }) => value === device)?.label}, ${width} px wide`,
    ...(fit < 1 ? [`shown at ${Math.round(fit * 100)}%`] : []),
    ...drawingOptions.filter(({ name }) => settings[name]).map(({ label }) => label.toLowerCase()),
  ]

  // On paper there is nothing to scroll: the sheet is as high as its page.
  const onPaper = { '--height-on-paper': `${findings.height * scale}px` }

  return (
    <div className={styles.stage} data-device={device}>
      <div ref={room} className={styles.room}>
        <div
          className={styles.device}
          style={{ width: width * fit, ...(findings.height > 0 && onPaper) }}
        >
          <div
            className={styles.scaled}
            style={{
              width: width / zoom,
              height: `${100 / scale}%`,
              ...(scale !== 1 && { transform: `scale(${scale})` }),
            }}
          >
            <Sheet
              key={address}
              address={address}
              title={title}
              texts={texts}
              kept={kept}
              marked={marked}
              settings={settings}
              onPage={setPage}
              onEscape={onEscape}
            />
          </div>
        </div>
      </div>
      {page && questions.hasPages && (
        <QuestionPages page={page} shown={questions} imageHosts={settings.imageHosts} />
      )}
      <p className={styles.caption}>
        {caption.join(', ')}
        {findings.marked > 0 && (
          <span className={styles.legend}>
            <span className={styles.dot} /> may disappear: see Checks
          </span>
        )}
      </p>
      <OverflowNote
        tooWide={findings.tooWide}
        device={device}
        zoomed={settings.zoomed}
        onShow={() => page && pointOutOverflow(page)}
      />
    </div>
  )
}

type OverflowNoteProps = {
  tooWide: Findings['tooWide']
  device: Device
  zoomed: boolean
  onShow: () => void
}

/** Says that participants would have to scroll sideways, and because of what. */
function OverflowNote({ tooWide, device, zoomed, onShow }: OverflowNoteProps) {
  const on = `a ${device}${zoomed ? ' at 200% zoom' : ''}`
  return (
    <>
      {/* Without the figure, which changes while somebody fixes it. */}
      <p role="status" className="visually-hidden">
        {tooWide && `The page is wider than ${on}.`}
      </p>
      {tooWide && (
        <ViewNote
          tone="caution"
          icon={TriangleAlert}
          action={{ label: 'Show it', onPress: onShow }}
        >
          {tooWide.what} in {tooWide.where} is {tooWide.by} px too wide for {on}.
          {tooWide.count > 1 && ` ${others(tooWide.count - 1)} too wide, too.`}
        </ViewNote>
      )}
    </>
  )
}

function others(count: number) {
  return count === 1 ? 'One more part is' : `${count} more parts are`
}
