import { configure, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { createLiveSource } from '#html/live-source.ts'
import { RichTextField } from './RichTextField.tsx'

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

async function openText(html: string) {
  const source = createLiveSource(html)
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
          source={source}
          registerFlush={() => () => {}}
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
  ['<p>One</p><center>Two</center>', /1 part is protected: Centred text <center> “Two”/],
  ['<font color="red">red</font><p>x</p>', /1 part is protected: Font <font> “red”/],
  ['<menu><li>a</li></menu>', /1 part is protected: Bulleted list <menu> “a”/],
  ['<!-- a note --><p>x</p>', /1 part is protected: a comment/],
])('opening %j tells that it is protected', async (html, expected) => {
  const { area } = await openText(html)
  expect(await area.findByText(expected)).toBeVisible()
  expect(area.getByText(/kept exactly, and edited as HTML/)).toBeVisible()
})

test.each([
  ['<p>One</p><script>alert(1)</script>', 'Removed for safety: 1 script.'],
  ['<p onclick="x()">One</p>', 'Removed for safety: the click handler of a paragraph.'],
  [
    '<a href="javascript:x()">a</a><iframe></iframe><iframe></iframe>',
    'Removed for safety: the address of a link, 2 embedded pages.',
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
  const { area, user } = await openText('<p>One</p><center>Two</center>')
  await user.click(await area.findByRole('button', { name: 'Show the difference' }))
  expect(area.getByRole('listitem')).toHaveTextContent(/Centred text “Two”/)
  await user.click(area.getByRole('button', { name: 'Keep it as a protected part' }))
  expect(area.queryByText(/protected/)).not.toBeInTheDocument()
})
