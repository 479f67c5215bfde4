import { configure, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { createTextChannel } from './text-channel.ts'
import { RichTextField } from './RichTextField.tsx'

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

async function openText(html: string) {
  const channel = createTextChannel(html)
  function Form() {
    const [value, setValue] = useState(html)
    return (
      <>
        <span id="steps-label">Steps</span>
        <RichTextField
          id="steps"
          label="Steps"
          labelId="steps-label"
          describedBy={undefined}
          invalid={false}
          value={value}
          onChange={setValue}
          onBlur={() => {}}
          channel={channel}
          ref={() => {}}
        />
      </>
    )
  }
  const { container } = render(<Form />)
  await screen.findByRole('textbox', { name: 'Steps' })
  const area = container.querySelector<HTMLElement>('[aria-live="polite"]')
  return { user: userEvent.setup(), area: within(area ?? container) }
}

/** Texts that visual editing cannot hold as they are, and what is said of each. */
test.each([
  ['<p>One</p><li>Two</li>', 'List item <li> “Two”'],
  ['<p>x</p><ul>text<li>a</li></ul>', 'Bulleted list <ul> “texta”'],
  ['<ul><p>x</p></ul>', 'Bulleted list <ul> “x”'],
  ['<p>in <ruby>漢<rt>kan</rt></ruby></p>', 'Reading aid (ruby) <ruby> “漢kan”'],
  ['<!-- a note --><p>x</p>', 'a comment'],
  ['<b>open<p>into a paragraph</p></b>', 'Bold <b> “openinto a paragraph”'],
  ['<p>a<b></b></p>', 'Bold <b>'],
])('opening %j tells that it is protected', async (html, name) => {
  const { area } = await openText(html)
  expect(await area.findByText(`1 part is protected: ${name}.`)).toBeVisible()
  expect(area.getByText(/kept exactly, and edited as HTML/)).toBeVisible()
})

test.each([
  ['<p>One</p><script>alert(1)</script>', 'Removed for safety: 1 script.'],
  ['<p onclick="x()">One</p>', 'Removed for safety: the click handler of a paragraph.'],
  [
    '<a href="javascript:x()">a</a><iframe></iframe><iframe></iframe>',
    'Removed for safety: 2 embedded pages, the address of a link.',
  ],
  ['<p>One<video src="https://example.org/v.mp4"></video></p>', 'Removed for safety: 1 video.'],
])('opening %j tells what was removed', async (html, expected) => {
  const { area } = await openText(html)
  expect(await area.findByText(expected)).toBeVisible()
  expect(area.getByRole('button', { name: /the original HTML/ })).toBeVisible()
})

test('a text that is held as it is opens without a word', async () => {
  const { area } = await openText('<p>One <b>bold</b></p>\n<ul><li>a<li>b</ul>')
  expect(area.queryByRole('button')).not.toBeInTheDocument()
})

test('the difference that protection prevents is shown, and the notice goes when it is read', async () => {
  const { area, user } = await openText('<p>One</p><ruby>漢<rt>kan</rt></ruby>')
  await user.click(await area.findByRole('button', { name: 'Show the difference' }))
  expect(area.getByText(/^Removed: <rt> “kan”/)).toBeVisible()
  await user.click(area.getByRole('button', { name: 'Keep it as a protected part' }))
  expect(area.queryByText(/protected/)).not.toBeInTheDocument()
})
