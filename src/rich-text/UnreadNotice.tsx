import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import type { Unread } from './text-delivery.ts'

/** Says that a text cannot be handed over as it is, and what of it is safe. */
export function UnreadNotice({ label, raw, kept }: Unread & { label: string }) {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`${label}: something in this text cannot be read. It is not sent like this.`}
      actions={
        <Button
          onClick={() => saveFile(`${label.toLowerCase()}.html`, raw.toWellFormed(), 'text/html')}
        >
          Download the text
        </Button>
      }
    >
      <p>
        {kept
          ? 'What you wrote is kept with the draft. Undo the last change, or show the text as HTML and take out what you added last.'
          : 'It could not be saved in this browser. Download it now, then undo the last change.'}
      </p>
    </Notice>
  )
}
