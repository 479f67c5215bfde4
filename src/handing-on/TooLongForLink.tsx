import { useState } from 'react'
import type { PortableDraft } from '#draft-files/draft-file.ts'
import { saveFile } from '#ui/save-file.ts'
import { Button } from '#ui/Button.tsx'
import { grouped } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import { MOST_LINK_CHARACTERS } from './share-link.ts'

type TooLongForLinkProps = {
  /** Of the link; null when it was not even made. */
  length: number | null
  draft: PortableDraft
  fileName: string
}

/** What to do with a task that no link holds: a file has room for it. */
export function TooLongForLink({ length, draft, fileName }: TooLongForLinkProps) {
  const [failed, setFailed] = useState(false)
  const save = async () => {
    try {
      const { writeJson } = await import('#draft-files/write-draft-file.ts')
      saveFile(fileName, writeJson([draft]))
    } catch {
      setFailed(true)
    }
  }
  return (
    <Notice
      tone="caution"
      role="alert"
      title="This task is too long for a link."
      actions={<Button onClick={save}>Export a file instead</Button>}
    >
      <p>
        {length === null
          ? 'It is longer than any link.'
          : `The link would have ${grouped(length)} characters.`}{' '}
        Mail and chat programs cut what is longer than {grouped(MOST_LINK_CHARACTERS)}. A file holds
        all of it, and Batch Composer opens it as a draft.
      </p>
      {failed && <p role="alert">The file could not be made. Is the server still running?</p>}
    </Notice>
  )
}
