import { useEffect, useId, useState } from 'react'
import type { Environment } from '#contract/environment.ts'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { CopyButton } from '#ui/CopyButton.tsx'
import { grouped } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Field } from '#ui/forms/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { fileName } from './shared.ts'
import { MAIL_LINK_CHARACTERS, MOST_LINK_CHARACTERS, toFragment } from './share-link.ts'
import styles from './ShareDialog.module.css'
import { saveFile } from '#ui/save-file.ts'

type ShareDialogProps = { environment: Environment; draft: PortableDraft; onClose: () => void }

/** A link that holds a whole task, and what its writer should know about it. */
export function ShareDialog({ environment, draft, onClose }: ShareDialogProps) {
  const id = useId()
  const [withIds, setWithIds] = useState(false)
  const hasIds = draft.texts.workspaceId !== '' || draft.texts.datasetId !== ''
  const shared = withIds ? draft : withoutIds(draft)
  const link = useLink(environment, draft, withIds)
  const fits = typeof link === 'string' && link.length <= MOST_LINK_CHARACTERS

  return (
    <Dialog
      title="Share link"
      onClose={onClose}
      actions={
        <>
          {fits && <CopyButton kind="primary" text={link} what="the link" />}
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      <p>
        People who open the link see the task as participants do, and can make their own copy. The
        link itself contains the whole text: nothing is stored, and the part after the # is never
        sent to a server. It contains no token. Everybody who has the link can read the text.
      </p>
      {hasIds && (
        <label className={styles.ids}>
          <input
            type="checkbox"
            checked={withIds}
            onChange={({ target }) => setWithIds(target.checked)}
          />
          <span>Include the workspace and dataset ids</span>
        </label>
      )}
      {fits && (
        <Field id={id} label="Link" help={`${grouped(link.length)} characters.`}>
          <textarea
            id={id}
            className={control.control}
            aria-describedby={`${id}-help`}
            readOnly
            rows={4}
            spellCheck={false}
            value={link}
            onFocus={({ target }) => target.select()}
          />
        </Field>
      )}
      {fits && link.length > MAIL_LINK_CHARACTERS && (
        <Notice tone="caution" title="Some mail programs cut off links this long.">
          <p>
            Outlook on Windows opens no links longer than {grouped(MAIL_LINK_CHARACTERS)}{' '}
            characters. Send it by chat, or send a review copy. If the link arrives cut off, the app
            says so.
          </p>
        </Notice>
      )}
      {fits && isThisComputer(location.hostname) && (
        <Notice tone="info" title={`“${location.hostname}” is this computer.`}>
          <p>
            The link opens only where Batch Composer runs at the same address. For others, send a
            review copy.
          </p>
        </Notice>
      )}
      {link !== undefined && !fits && (
        <TooLongForLink
          length={link?.length ?? null}
          draft={shared}
          file={fileName('task', draft.texts.batchName, 'json')}
        />
      )}
    </Dialog>
  )
}

/** Undefined while it is made; null for a draft that is beyond any link. */
function useLink(environment: Environment, draft: PortableDraft, withIds: boolean) {
  const [link, setLink] = useState<string | null>()

  // Packing is the browser's own work, and takes a moment; the answer to an earlier wish is dropped.
  useEffect(() => {
    let wanted = true
    const make = async () => {
      const fragment = await toFragment(withIds ? draft : withoutIds(draft))
      if (wanted) setLink(fragment && `${location.origin}/${environment}/shared${fragment}`)
    }
    void make()
    return () => {
      wanted = false
    }
  }, [environment, draft, withIds])

  return link
}

function withoutIds(draft: PortableDraft): PortableDraft {
  return { ...draft, texts: { ...draft.texts, workspaceId: '', datasetId: '' } }
}

function isThisComputer(host: string) {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
}

type TooLongForLinkProps = {
  /** Of the link; null when it was not even made. */
  length: number | null
  draft: PortableDraft
  file: string
}

/** What to do with a task that no link holds: a file has room for it. */
function TooLongForLink({ length, draft, file }: TooLongForLinkProps) {
  const [failed, setFailed] = useState(false)
  const save = async () => {
    try {
      const { writeJson } = await import('#drafts/file-format/write-draft-file.ts')
      saveFile(file, writeJson([draft]))
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
          ? 'It is too long for any link.'
          : `The link would have ${grouped(length)} characters.`}{' '}
        Mail and chat programs cut off anything longer than {grouped(MOST_LINK_CHARACTERS)}. A file
        holds the whole task, and Batch Composer opens it as a draft.
      </p>
      {failed && (
        <p role="alert">The file could not be created. Check that the server is running.</p>
      )}
    </Notice>
  )
}
