import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { createTextChannel } from './text-channel.ts'
import { LazyRichTextField } from './LazyRichTextField.tsx'

// The editor is a large module, and test machines are busy.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

/** A form with one text, and a button that writes into it from outside. */
async function openField(start = '', outside = '') {
  const channel = createTextChannel(start)
  const onChange = vi.fn<(html: string) => void>()
  const onBlur = vi.fn<() => void>()
  let handle: { focus: () => void } | null = null
  const take = (given: typeof handle) => {
    handle = given
  }

  function Form() {
    const [value, setValue] = useState(start)
    return (
      <>
        <label id="steps-label" htmlFor="steps">
          Steps
        </label>
        <LazyRichTextField
          id="steps"
          label="Steps"
          labelId="steps-label"
          describedBy="steps-help"
          invalid={false}
          value={value}
          onChange={(html) => {
            onChange(html)
            setValue(html)
          }}
          onBlur={onBlur}
          channel={channel}
          ref={take}
        />
        <p id="steps-help">Help</p>
        <button type="button" onClick={() => setValue(outside)}>
          Write from outside
        </button>
      </>
    )
  }

  const user = userEvent.setup()
  const { unmount } = render(
    <StrictMode>
      <Form />
    </StrictMode>,
  )
  const text = await screen.findByRole('textbox', { name: 'Steps' })
  return {
    user,
    text,
    channel,
    onChange,
    onBlur,
    unmount,
    flush: () => act(() => void channel.flush()),
    focus: () => act(() => handle?.focus()),
    tool: (name: string) => within(screen.getByRole('toolbar')).getByRole('button', { name }),
    live: () => channel.getBlocks().map(({ html }) => html),
    /** jsdom has no typing in editable elements: the clipboard is how words get in here. */
    write: async (words: string) => {
      await user.click(text)
      await user.paste(words)
    },
  }
}

test('there is one named text area that points at its help', async () => {
  const { text } = await openField()
  expect(screen.getAllByRole('textbox')).toEqual([text])
  expect(text).toHaveAttribute('id', 'steps')
  expect(text).toHaveAttribute('aria-multiline', 'true')
  expect(text).toHaveAttribute('aria-invalid', 'false')
  expect(text).toHaveAttribute('spellcheck', 'true')
  expect(text).toHaveAccessibleDescription('Help')
})

test('a text that is only opened is not handed to the form', async () => {
  const { onChange, onBlur, user, flush, text } = await openField('<UL><LI>one<LI>two</UL>')
  await user.click(text)
  await user.tab()
  flush()
  expect(onBlur).toHaveBeenCalled()
  expect(onChange).not.toHaveBeenCalled()
})

test('what was written is handed over once the writer pauses', async () => {
  const { write, onChange } = await openField()
  await write('Hello')
  await waitFor(() => expect(onChange).toHaveBeenCalledWith('<p>Hello</p>'))
})

test('what was written is handed over at once when the form asks or is left', async () => {
  const { write, onChange, flush, unmount } = await openField()
  await write('Hello')
  flush()
  expect(onChange).toHaveBeenLastCalledWith('<p>Hello</p>')
  await write(' you')
  unmount()
  expect(onChange).toHaveBeenLastCalledWith('<p>Hello you</p>')
})

test('a text that is deleted again is an empty string', async () => {
  const { write, onChange, flush, user, tool } = await openField()
  await write('Hello')
  flush()
  await user.click(tool('Undo'))
  flush()
  expect(onChange).toHaveBeenLastCalledWith('')
})

test('the live view gets the blocks before the form gets the text', async () => {
  const { write, live, onChange, channel } = await openField()
  const order: string[] = []
  // The opened, empty text may still be on its way.
  channel.subscribe(() => live().length > 0 && order.push(`live ${live().join('')}`))
  onChange.mockImplementation((html) => void order.push(`form ${html}`))
  await write('Hello')
  await waitFor(() => expect(order).toEqual(['live <p>Hello</p>', 'form <p>Hello</p>']))
})

test('a text from outside replaces the document, is not handed back and cannot be undone', async () => {
  const { user, text, onChange, live, tool, write } = await openField('<p>old</p>', '<p>new</p>')
  await write('typed ')
  await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
  await user.click(screen.getByRole('button', { name: 'Write from outside' }))
  await waitFor(() => expect(text).toHaveTextContent(/^new$/))
  await waitFor(() => expect(live()).toEqual(['<p>new</p>']))
  expect(onChange).toHaveBeenCalledTimes(1)
  expect(tool('Undo')).toHaveAttribute('aria-disabled', 'true')
})

test.each([
  ['<p>a</p><ul><li>b</li></ul><p>c</p>', 'Text'],
  ['<h2>a</h2><h2>b</h2>', 'Subtitle'],
  ['<h2>a</h2><p>b</p>', 'Other'],
])('the style of all of %s is called %s', async (html, style) => {
  const { user, text, tool } = await openField(html)
  await user.click(text)
  fireEvent.keyDown(text, { key: 'a', code: 'KeyA', ctrlKey: true })
  await waitFor(() => expect(tool(`Text style: ${style}`)).toBeInTheDocument())
})

test('pressing the label and the form itself move the focus into the text', async () => {
  const { user, text, focus } = await openField()
  await user.click(screen.getByText('Steps'))
  await waitFor(() => expect(text).toHaveFocus())
  await user.click(screen.getByRole('button', { name: 'Write from outside' }))
  focus()
  await waitFor(() => expect(text).toHaveFocus())
})

test('the toolbar is one tab stop with arrow keys, and Escape goes back to the text', async () => {
  const { user, text, tool } = await openField()
  await user.click(text)
  await user.keyboard('{Alt>}{F10}{/Alt}')
  expect(tool('Bold')).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(tool('Italic')).toHaveFocus()
  await user.keyboard('{Home}')
  expect(tool('Text style: Text')).toHaveFocus()
  await user.keyboard('{End}')
  expect(tool('HTML')).toHaveFocus()
  await user.keyboard('{ArrowRight}{ArrowLeft}{Escape}')
  await waitFor(() => expect(text).toHaveFocus())
  const stops = within(screen.getByRole('toolbar'))
    .getAllByRole('button')
    .filter(({ tabIndex }) => tabIndex === 0)
  expect(stops).toEqual([tool('Bold')])
})

test('tools say whether they are on, whether they can act, and their keys', async () => {
  const { user, write, flush, tool, onChange } = await openField()
  expect(tool('Bold')).toHaveAttribute('aria-pressed', 'false')
  expect(tool('Bold')).toHaveAttribute('aria-keyshortcuts', 'Control+B')
  expect(tool('Bold')).toHaveAttribute('title', 'Bold (Ctrl+B)')
  expect(tool('Undo')).toHaveAttribute('aria-disabled', 'true')
  await write('Hello')
  await user.click(tool('Numbered list'))
  expect(tool('Numbered list')).toHaveAttribute('aria-pressed', 'true')
  expect(tool('Undo')).not.toHaveAttribute('aria-disabled')
  flush()
  expect(onChange).toHaveBeenLastCalledWith('<ol><li>Hello</li></ol>')
})

test('More names what may disappear in Prolific', async () => {
  const { user, tool } = await openField()
  await user.click(tool('More formatting'))
  expect(tool('Quote may disappear')).toBeVisible()
  expect(tool('Underline')).toBeVisible()
})

test('a link is refused with a reason and offered with https', async () => {
  const { user, write, flush, tool, onChange } = await openField()
  await write('Read this')
  await user.click(tool('Link'))
  const address = screen.getByRole('textbox', { name: 'Address' })
  await user.type(address, 'javascript:alert(1){Enter}')
  expect(screen.getByText(/do not work for participants/)).toBeVisible()
  await user.clear(address)
  await user.type(address, 'example.org{Enter}')
  await user.click(screen.getByText('Use https://example.org'))
  flush()
  expect(onChange).toHaveBeenLastCalledWith(
    '<p>Read this<a href="https://example.org">https://example.org</a></p>',
  )
})

test('pasted markup is cleaned and keeps its words', async () => {
  const { user, text, flush, onChange } = await openField()
  await user.click(text)
  const clipboard: Record<string, string> = {
    'text/html':
      '<h2 onclick="alert(1)">Steps</h2><script>alert(1)</script><ul><li>one</li></ul><table><tr><td>cell</td></tr></table>',
  }
  fireEvent.paste(text, { clipboardData: { getData: (type: string) => clipboard[type] ?? '' } })
  await waitFor(() => expect(text).toHaveTextContent('cell'))
  flush()
  const html = onChange.mock.lastCall?.[0] ?? ''
  expect(html).toContain('<h2>Steps</h2><ul><li>one</li></ul>')
  expect(html).toContain('cell')
  expect(html).not.toContain('alert')
})

test('a pasted table stays one', async () => {
  const { text, flush, onChange } = await openField()
  const clipboard: Record<string, string> = {
    'text/html':
      '<table><caption>Prices</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>',
  }
  fireEvent.paste(text, { clipboardData: { getData: (type: string) => clipboard[type] ?? '' } })
  await waitFor(() => expect(text).toHaveTextContent('Prices'))
  flush()
  expect(onChange).toHaveBeenLastCalledWith(
    '<table><caption>Prices</caption><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></tbody></table>',
  )
})

test('unsafe markup of a stored text is taken out of the form as well', async () => {
  const { onChange } = await openField('<p onclick="alert(1)">text</p><p>other</p>')
  await waitFor(() => expect(onChange).toHaveBeenCalledWith('<p>text</p><p>other</p>'))
})

const PART = '<table ><caption></caption><tr><td>More</td></tr></table>'

/** Selects the protected part as the arrow keys would: jsdom has no lines to move in. */
async function openPart(html: string) {
  const field = await openField(html)
  const part = screen.getByRole('group', { name: 'Protected part: kept exactly' })
  const press = (name: string) => field.user.click(within(part).getByRole('button', { name }))
  return { ...field, part, press }
}

test('a protected part says which keys it takes and has buttons for them', async () => {
  const { part } = await openPart(`<p>One</p>${PART}`)
  expect(part).toHaveAccessibleDescription(
    /press Enter to edit it as HTML, Alt\+↑ or Alt\+↓ to move it/,
  )
  expect(
    within(part)
      .getAllByRole('button')
      .map((button) => button.ariaLabel),
  ).toEqual([
    'Edit as HTML: protected part',
    'Move protected part up',
    'Move protected part down',
    'Remove protected part',
  ])
})

test('a protected part moves and goes, and undo brings its bytes back', async () => {
  const { user, press, tool, flush, onChange, part } = await openPart(`<P>One</P>${PART}<P>Two`)
  const sent = () => {
    flush()
    return onChange.mock.lastCall?.[0]
  }
  await press('Move protected part up')
  expect(sent()).toBe(`${PART}<P>One</P><P>Two`)
  const up = screen.getByRole('button', { name: 'Move protected part up' })
  expect(up).toHaveFocus()
  expect(up).toHaveAttribute('aria-disabled', 'true')
  await user.click(up)
  expect(sent()).toBe(`${PART}<P>One</P><P>Two`)
  await user.click(screen.getByRole('button', { name: 'Move protected part down' }))
  expect(sent()).toBe(`<P>One</P>${PART}<P>Two`)
  await user.click(screen.getByRole('button', { name: 'Remove protected part' }))
  expect(sent()).toBe('<P>One</P><P>Two')
  expect(part).not.toBeInTheDocument()
  await user.click(tool('Undo'))
  expect(sent()).toBe(`<P>One</P>${PART}<P>Two`)
})

test('a protected part is edited as HTML: it stays one, becomes words, or goes', async () => {
  const { user, press, tool, flush, onChange, text } = await openPart(`<P>One</P>${PART}<P>Two`)
  const edit = async (html: string) => {
    await user.click(screen.getByRole('button', { name: 'Edit as HTML: protected part' }))
    const area = await screen.findByRole('textbox', { name: 'HTML' })
    await user.clear(area)
    if (html !== '') await user.paste(html)
    await user.click(screen.getByRole('button', { name: html === '' ? 'Remove the part' : 'Save' }))
    flush()
    return onChange.mock.lastCall?.[0]
  }
  await press('Edit as HTML: protected part')
  expect(await screen.findByRole('textbox', { name: 'HTML' })).toHaveValue(PART)
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(onChange).not.toHaveBeenCalled()

  expect(await edit('<table>\n<caption></CAPTION><tr><td>y</table>')).toBe(
    '<P>One</P><table>\n<caption></CAPTION><tr><td>y</table><P>Two',
  )
  expect(await edit('<P CLASS=a>Words')).toBe('<P>One</P><P CLASS=a>Words<P>Two')
  expect(screen.queryByRole('group', { name: /^Protected part/ })).not.toBeInTheDocument()
  await user.click(tool('Undo'))
  expect(await edit('')).toBe('<P>One</P><P>Two')
  await user.click(tool('Undo'))
  await user.click(tool('Undo'))
  flush()
  expect(onChange).toHaveBeenLastCalledWith(`<P>One</P>${PART}<P>Two`)
  expect(text).toHaveTextContent('More')
})

test('the dialog of a part says what is broken or unsafe, and guards what was typed', async () => {
  const { user, press, flush, onChange } = await openPart(`<p>One</p>${PART}`)
  await press('Edit as HTML: protected part')
  const area = await screen.findByRole('textbox', { name: 'HTML' })
  await user.clear(area)
  await user.paste('<details><b>x</details>\n<script>alert(1)</script>')
  const problems = await screen.findByRole('list', { name: 'Problems in the HTML' })
  expect(problems).toHaveTextContent('<b> is still open at </details>')
  expect(problems).toHaveTextContent('Line 2 For safety, <script> is not sent')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Your changes are not saved.')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  flush()
  expect(onChange).toHaveBeenLastCalledWith(expect.not.stringContaining('script'))
  expect(await screen.findByText('Removed for safety: 1 script.')).toBeVisible()
})

test('a part that is nothing but unsafe goes', async () => {
  const { user, press, flush, onChange } = await openPart(`<p>One</p>${PART}`)
  await press('Edit as HTML: protected part')
  const area = await screen.findByRole('textbox', { name: 'HTML' })
  await user.clear(area)
  await user.paste('<script>alert(1)</script>')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  flush()
  expect(onChange).toHaveBeenLastCalledWith('<p>One</p>')
  expect(screen.queryByRole('group', { name: /^Protected part/ })).not.toBeInTheDocument()
})
