import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { createTextChannel } from './text-channel.ts'
import { LazyRichTextField } from './LazyRichTextField.tsx'
import type { RichTextFieldProps } from './rich-text-field-props.ts'

let fails = true
vi.mock('./RichTextField.tsx', () => {
  if (fails) throw new Error('The network is gone.')
  return { RichTextField: () => <p>The editor</p> }
})

const props = (over: Partial<RichTextFieldProps> = {}): RichTextFieldProps => ({
  id: 'steps',
  label: 'Steps',
  labelId: 'steps-label',
  describedBy: undefined,
  invalid: false,
  value: '<p>kept</p>',
  onChange: () => {},
  onBlur: () => {},
  channel: createTextChannel(),
  ref: () => {},
  ...over,
})

test('before the editor has arrived its space is kept, also in a page rendered on a server', () => {
  const html = renderToString(<LazyRichTextField {...props()} />)
  expect(html).toContain('aria-busy="true"')
  expect(html).toContain('Loading the editor')
})

test('when the editor cannot be had the text can be written as HTML, and another try is offered', async () => {
  const user = userEvent.setup()
  const onChange = vi.fn<(html: string) => void>()
  const channel = createTextChannel()
  render(
    <>
      <span id="steps-label">Steps</span>
      <LazyRichTextField {...props({ onChange, channel })} />
    </>,
  )
  const field = await screen.findByRole('textbox', { name: 'Steps' })
  expect(field).toHaveValue('<p>kept</p>')
  await vi.waitFor(() => expect(channel.getBlocks()).toEqual([{ html: '<p>kept</p>' }]))
  await user.type(field, '!')
  expect(onChange).toHaveBeenCalledWith('<p>kept</p>!')

  fails = false
  vi.resetModules()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The editor')).toBeVisible()
})
