import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Contained } from './Contained.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useChunk } from './use-chunk.ts'

type LaterProps<Part> = {
  /** Imports the part; a module constant. */
  load: () => Promise<Part>
  /** What is being loaded, as in "Could not load the help". */
  name: string
  /** What holds its place until then. */
  waiting?: ReactNode
  /** Gives the notice that it could not be loaded or shown a place on the page. */
  renderFailed?: (notice: ReactNode) => ReactNode
  children: (part: Part) => ReactNode
}

/** A part of the app whose code comes when it is first needed. When it breaks, it says so in its place. */
export function Later<Part>({
  load,
  name,
  waiting = null,
  renderFailed = (notice) => notice,
  children,
}: LaterProps<Part>) {
  const chunk = useChunk(load)
  if (chunk.state === 'ready') {
    return (
      <Contained name={name} renderBroken={renderFailed} retryOn={chunk.value}>
        <Loaded part={chunk.value}>{children}</Loaded>
      </Contained>
    )
  }
  if (chunk.state === 'loading') return waiting
  return renderFailed(
    <Notice
      tone="bad"
      role="alert"
      title={`Could not load ${name}.`}
      actions={<Button onClick={chunk.retry}>Try again</Button>}
    >
      <p>Check that this computer is online and that the server is running.</p>
    </Notice>,
  )
}

/** A component, so that what `children` throws is contained. */
function Loaded<Part>({ part, children }: Pick<LaterProps<Part>, 'children'> & { part: Part }) {
  return children(part)
}
