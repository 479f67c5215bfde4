import { useState } from 'react'
import { exportDrafts, type FileFormat } from '#drafts/file-format/export-drafts.ts'
import { draftTitle, type DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { DraftTexts } from '#drafts/store/draft-texts.ts'
import { Button } from '#ui/Button.tsx'
import { Choice } from '#ui/forms/Choice.tsx'
import { counted } from '#ui/counted.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './ExportDialog.module.css'

const formats = [
  { value: 'json', label: 'JSON' },
  { value: 'yaml', label: 'YAML' },
] as const

type ExportDialogProps = { drafts: readonly DraftEnvelope[]; onClose: () => void }

/** Asks which drafts go into a file, and in which form. */
export function ExportDialog({ drafts, onClose }: ExportDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [format, setFormat] = useState<FileFormat>('json')
  const [trouble, setTrouble] = useState<string | null>(null)
  const chosen = drafts.filter(({ id }) => !left.has(id))

  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const save = async () => {
    if (chosen.length === 0) return
    try {
      const why = await exportDrafts(chosen.map(portable), format)
      setTrouble(why)
      if (why === null) onClose()
    } catch {
      setTrouble('Check that this computer is online and that the server is running.')
    }
  }

  return (
    <Dialog
      title="Export drafts"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" aria-disabled={chosen.length === 0} onClick={() => void save()}>
            Export {counted(chosen.length, 'draft')}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        One file to keep, or to import in another browser. It contains the texts and settings, but
        no token. Changes to batches are left out.
      </p>
      {trouble !== null && (
        <Notice tone="bad" role="alert" title="The file was not saved.">
          <p>{trouble}</p>
        </Notice>
      )}
      <Choice label="File format" options={formats} value={format} onChange={setFormat} />
      <fieldset className={styles.drafts}>
        <legend className="visually-hidden">Drafts to export</legend>
        <label className={`${styles.draft} ${styles.all}`}>
          <input
            type="checkbox"
            checked={left.size === 0}
            onChange={({ currentTarget }) =>
              setLeft(new Set(currentTarget.checked ? [] : drafts.map(({ id }) => id)))
            }
          />
          All drafts
        </label>
        {drafts.map((draft) => (
          <label key={draft.id} className={styles.draft}>
            <input
              type="checkbox"
              checked={!left.has(draft.id)}
              onChange={() => toggle(draft.id)}
            />
            {draftTitle(draft)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

function portable({ name, place: environment, texts }: DraftEnvelope) {
  return { name, place: environment, texts: DraftTexts.parse(texts) }
}
