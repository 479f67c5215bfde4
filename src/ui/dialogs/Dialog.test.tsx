import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { Button } from '#ui/Button.tsx'
import { Dialog } from './Dialog.tsx'

// jsdom has no modal dialogs. As in a browser, the focus goes back only from a dialog in the page.
beforeEach(() => {
  let opener: Element | null = null
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      opener = document.activeElement
      this.open = true
      this.querySelector('button')?.focus()
    },
    close(this: HTMLDialogElement) {
      this.open = false
      if (this.isConnected && opener instanceof HTMLElement) opener.focus()
    },
  })
})

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      {open && (
        <Dialog title="A question" onClose={() => setOpen(false)}>
          <p>Well?</p>
        </Dialog>
      )}
    </>
  )
}

test('a dialog has a name, and gives the focus back to what opened it', async () => {
  const user = userEvent.setup()
  render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(screen.getByRole('dialog', { name: 'A question' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus()
})
