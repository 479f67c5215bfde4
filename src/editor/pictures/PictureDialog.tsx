import type { Editor } from '@tiptap/core'
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { focusRefused, hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { changeImage, insertImage, pictureAt, removeImage } from './insert-image.ts'
import { readPictureAddress } from './picture-address.ts'
import styles from './PictureDialog.module.css'

type PictureDialogProps = { editor: Editor; onClose: () => void }

const MOST_WIDTH = 2000

/** Asks for the address and the words of a picture; changes or removes the one that is selected. */
export function PictureDialog({ editor, onClose }: PictureDialogProps) {
  const [position] = useState(() => pictureAt(editor))
  const [src, setSrc] = useState(position?.src ?? '')
  const [alt, setAlt] = useState(position?.alt ?? '')
  const [decorative, setDecorative] = useState(position?.alt === '')
  const [width, setWidth] = useState(position?.width ?? '')
  const [pressed, setPressed] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  const address = readPictureAddress(src)
  const hasAlt = decorative || alt.trim() !== ''
  const hasWidth = width === '' || width === position?.width || isWidth(width)
  const suggestion = address.ok ? undefined : address.suggestion

  const close = () => {
    onClose()
    // After the dialog has given the focus back to the toolbar, the writing goes on in the text.
    requestAnimationFrame(() => editor.isDestroyed || editor.view.focus())
  }
  const save = () => {
    flushSync(() => setPressed(true))
    focusRefused(box.current)
    if (!address.ok || !hasAlt || !hasWidth) return
    const picture = { src: address.src, alt: decorative ? '' : alt.trim(), width }
    if (position) changeImage(editor, position, picture)
    else insertImage(editor, picture)
    close()
  }
  const saveOnEnter = (event: KeyboardEvent) => {
    // The form around the editor must not take the keys of this dialog.
    event.stopPropagation()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    save()
  }

  return (
    <div ref={box} onKeyDown={saveOnEnter} role="presentation">
      <Dialog
        title={position ? 'Change the picture' : 'Add a picture'}
        onClose={close}
        actions={
          <>
            <Button kind="primary" onClick={save}>
              {position ? 'Change picture' : 'Add picture'}
            </Button>
            {position && (
              <Button
                onClick={() => {
                  removeImage(editor, position)
                  close()
                }}
              >
                Remove picture
              </Button>
            )}
            <Button kind="quiet" onClick={close}>
              Cancel
            </Button>
          </>
        }
      >
        <LabelledInput
          ref={hasFirstFocus}
          label="Address"
          type="url"
          help="The web address of the picture. Participants’ browsers load it; this page does not. Pictures may disappear in Prolific."
          error={pressed && !address.ok ? address.problem : undefined}
          value={src}
          onChange={({ target }) => setSrc(target.value)}
        />
        {pressed && suggestion !== undefined && (
          <Button onClick={() => setSrc(suggestion)}>Use {suggestion}</Button>
        )}
        <LabelledInput
          label="Alternative text"
          help="What the picture shows, for participants who cannot see it."
          error={
            pressed && !hasAlt
              ? 'Describe what the picture shows, or select “Decorative”.'
              : undefined
          }
          disabled={decorative}
          value={decorative ? '' : alt}
          onChange={({ target }) => setAlt(target.value)}
        />
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={decorative}
            onChange={({ target }) => setDecorative(target.checked)}
          />
          Decorative: screen readers skip it
        </label>
        <LabelledInput
          label="Width in pixels"
          optional
          inputMode="numeric"
          error={
            pressed && !hasWidth
              ? `Enter a width from 1 to ${MOST_WIDTH} pixels, or leave it empty.`
              : undefined
          }
          value={width}
          onChange={({ target }) => setWidth(target.value.trim())}
        />
      </Dialog>
    </div>
  )
}

type LabelledInputProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  label: string
  help?: string
  error: string | undefined
  optional?: boolean
}

function LabelledInput({ label, help, error, optional = false, ...input }: LabelledInputProps) {
  const id = useId()
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional}>
      <input
        id={id}
        className={control.control}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { error: error !== undefined, help: help !== undefined })}
        {...input}
      />
    </Field>
  )
}

function isWidth(typed: string): boolean {
  return /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_WIDTH
}
