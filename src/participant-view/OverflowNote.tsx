import { TriangleAlert } from 'lucide-react'
import type { Device } from './devices.ts'
import { ViewNote } from './ViewNote.tsx'
import type { Findings } from './watch-page.ts'

type OverflowNoteProps = {
  tooWide: Findings['tooWide']
  device: Device
  zoomed: boolean
  onShow: () => void
}

/** Says that participants would have to scroll sideways, and because of what. */
export function OverflowNote({ tooWide, device, zoomed, onShow }: OverflowNoteProps) {
  const on = `a ${device}${zoomed ? ' at 200 % zoom' : ''}`
  return (
    <>
      {/* Without the figure, which changes while somebody mends it. */}
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
          {tooWide.count > 1 && ` ${others(tooWide.count - 1)} too wide as well.`}
        </ViewNote>
      )}
    </>
  )
}

function others(count: number) {
  return count === 1 ? 'One more part is' : `${count} more parts are`
}
