import { Button } from '#ui/Button.tsx'
import { useChunk } from '#ui/loading/use-chunk.ts'
import type { ParticipantViewProps } from './participant-texts.ts'
import styles from './ParticipantView.module.css'

/** With the sanitiser: nobody looks at the page before there is a text. */
const loadView = () => import('./LoadedView.tsx').then((module) => module.LoadedView)

/**
 * What participants will read and answer, on a sheet that looks like their page. Texts that are being written
 * appear in the frame after each key; stored texts may be any HTML, none of it does anything here.
 * Fills its container; where that has no height of its own it is as high as a phone's page.
 */
export function ParticipantView(props: ParticipantViewProps) {
  const view = useChunk(loadView)

  return (
    <div className={styles.view}>
      {view.state === 'ready' ? (
        <view.value {...props} />
      ) : (
        <div className={styles.waiting}>
          <div className={styles.outline}>
            {view.state === 'failed' && (
              <p role="alert">
                The participant view could not be loaded.{' '}
                <Button onClick={view.retry}>Try again</Button>
              </p>
            )}
          </div>
        </div>
      )}
      <div className={styles.notes}>
        <p>Questions follow the text. You can try the answers out; nothing is kept.</p>
        <p>Prolific’s own fonts and spacing differ; its style sheet is not public.</p>
      </div>
    </div>
  )
}
