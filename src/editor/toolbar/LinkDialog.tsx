import type { Editor } from '@tiptap/core'
import { useId, useState, type KeyboardEvent } from 'react'
import { readLinkAddress } from '#html/safety/link-address.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { applyLink, linkAt, removeLink } from './link-at-caret.ts'

type LinkDialogProps = { editor: Editor; onClose: () => void }

/** Asks for the address and the words of a link; changes or removes the one at the caret. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const id = useId()
  const [link] = useState(() => linkAt(editor))
  const [address, setAddress] = useState(link.href)
  const [text, setText] = useState(link.text)
  const [refused, setRefused] = useState<{ problem: string; suggestion?: string }>()

  const close = () => {
    onClose()
    // After the dialog has given the focus back to the toolbar, the writing goes on in the text.
    requestAnimationFrame(() => editor.isDestroyed || editor.commands.focus())
  }
  const save = (typed: string) => {
    const read = readLinkAddress(typed)
    if (!read.ok) {
      setRefused(read)
      return
    }
    applyLink(editor, link, { href: read.href, text })
    close()
  }
  const saveOnEnter = (event: KeyboardEvent) => {
    // The form around the editor must not take the keys of this dialog.
    event.stopPropagation()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    save(address)
  }
  const { suggestion } = refused ?? {}

  return (
    <div onKeyDown={saveOnEnter} role="presentation">
      <Dialog
        title={link.href === '' ? 'Add a link' : 'Change the link'}
        onClose={close}
        actions={
          <>
            <Button kind="primary" onClick={() => save(address)}>
              {link.href === '' ? 'Add link' : 'Change link'}
            </Button>
            {link.href !== '' && (
              <Button
                onClick={() => {
                  removeLink(editor, link)
                  close()
                }}
              >
                Remove link
              </Button>
            )}
            <Button kind="quiet" onClick={close}>
              Cancel
            </Button>
          </>
        }
      >
        <Field
          id={`${id}-address`}
          label="Address"
          error={refused?.problem}
          help="Where the link leads. Links may disappear in Prolific: its published list of formatting does not include them."
        >
          <input
            ref={hasFirstFocus}
            id={`${id}-address`}
            className={control.control}
            type="url"
            inputMode="url"
            autoComplete="off"
            aria-invalid={refused !== undefined}
            aria-describedby={describedBy(`${id}-address`, {
              error: refused !== undefined,
              help: true,
            })}
            value={address}
            onChange={(event) => {
              setAddress(event.target.value)
              setRefused(undefined)
            }}
          />
        </Field>
        {suggestion !== undefined && (
          <Button
            onClick={() => {
              setAddress(suggestion)
              save(suggestion)
            }}
          >
            Use {suggestion}
          </Button>
        )}
        <Field id={`${id}-text`} label="Text to show" optional>
          <input
            id={`${id}-text`}
            className={control.control}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </Dialog>
    </div>
  )
}
