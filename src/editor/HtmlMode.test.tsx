import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { createTextChannel } from './text-channel.ts'
import { RichTextField } from './RichTextField.tsx'

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

vi.mock('#editor/html-view/HtmlView.tsx', () => {
  throw new Error('The network is gone.')
})

function openField(start: string) {
  const channel = createTextChannel(start)
  const onChange = vi.fn<(html: string) => void>()
  function Form() {
    const [value, setValue] = useState(start)
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
          onChange={(html) => {
            onChange(html)
            setValue(html)
          }}
          onBlur={() => {}}
          channel={channel}
          ref={() => {}}
        />
      </>
    )
  }
  render(<Form />)
  return { user: userEvent.setup(), onChange, channel }
}

const field = () => screen.findByRole('textbox', { name: 'Steps' })
const button = (name: string) => screen.getByRole('button', { name })

test('without its own editor the HTML can be written in a plain field', async () => {
  const { user, onChange, channel } = openField('<P>One</P>')
  await user.click(button('HTML'))
  await waitFor(async () => expect(await field()).toHaveValue('<P>One</P>'))
  expect(screen.getByText(/could not be loaded/)).toBeVisible()
  await user.type(await field(), '<p>Two')
  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('<P>One</P><p>Two'))
  await waitFor(() =>
    expect(channel.getBlocks().map(({ html }) => html)).toEqual(['<P>One</P>', '<p>Two']),
  )
  await user.click(button('Visual'))
  expect(await field()).toHaveTextContent('OneTwo')
  await user.click(button('Undo'))
  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('<P>One</P>'))
})

test('a text that is too long for the visual editor is shortened as HTML', async () => {
  const { user, onChange } = openField(`<p>${'x'.repeat(600_000)}</p>`)
  const plain = await screen.findByText(/586 KB long. The editor can hold 512 KB/)
  expect(plain).toBeVisible()
  expect(onChange).not.toHaveBeenCalled()
  await user.click(button('Visual'))
  expect(screen.getByText(/586 KB long/)).toBeVisible()
  fireEvent.change(await field(), { target: { value: '<p>shorter</p>' } })
  await waitFor(() => expect(screen.queryByText(/586 KB long/)).not.toBeInTheDocument())
  await user.click(button('Visual'))
  expect(await field()).toHaveTextContent(/^shorter$/)
})
