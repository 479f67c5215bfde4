import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { takeHandedFile } from '#dataset/store/handed-file.ts'
import { RichTextField } from '#editor/RichTextField.tsx'
import { createTextChannel } from '#editor/text-channel.ts'

vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

const PAGE = '/practice/data?draft=d1'

/** A text of the form; `dataPage` is where a spreadsheet of it can go. */
async function openText(html: string, dataPage: string | undefined = PAGE) {
  const channel = createTextChannel(html)
  const { hook, history } = memoryLocation({ path: '/', record: true })
  function Form() {
    const [value, setValue] = useState(html)
    return (
      <Router hook={hook}>
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
          dataPage={dataPage}
          ref={() => {}}
        />
      </Router>
    )
  }
  render(<Form />)
  const text = await screen.findByRole('textbox', { name: 'Steps' })
  const take = (data: { html?: string; files?: File[] }) => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    const getData = (type: string) => (type === 'text/html' ? (data.html ?? '') : '')
    const clipboardData = { files: data.files ?? [], items: [], types: [], getData }
    text.dispatchEvent(Object.assign(event, { clipboardData }))
  }
  return { user: userEvent.setup(), text, take, history }
}

const tableOf = (rows: number) =>
  `<table>${Array.from({ length: rows }, (_, at) => `<tr><td>${at}</td><td>Text "${at}"<br>more</td></tr>`).join('')}</table>`

const options = () => screen.findByRole('group', { name: 'Paste options' })

test('a long table goes to the data screen with its cells, and leaves the text', async () => {
  const { user, text, take, history } = await openText('<p>Before</p>')
  take({ html: tableOf(21) })
  expect(await screen.findByText(/21 rows\. Is this your data\?/)).toBeVisible()
  expect(within(text).getByRole('table')).toBeVisible()
  await user.click(within(await options()).getByRole('button', { name: 'Use as data' }))
  expect(history.at(-1)).toBe(PAGE)
  expect(within(text).queryByRole('table')).not.toBeInTheDocument()
  expect(text).toHaveTextContent('Before')
  const handed = takeHandedFile(PAGE)
  const lines = (await handed?.file.text())?.split('\n') ?? []
  expect(lines.slice(0, 2).join('\n')).toBe('0\t"Text ""0""\nmore"')
  expect(handed?.name).toBe('Pasted cells.tsv')
  expect(takeHandedFile(PAGE)).toBeNull()
})

test('words around a long table stay in the text', async () => {
  const { user, text, take } = await openText('')
  take({ html: `<p>Rate each.</p>${tableOf(30)}<p>Thank you.</p>` })
  await user.click(within(await options()).getByRole('button', { name: 'Use as data' }))
  expect(within(text).queryByRole('table')).not.toBeInTheDocument()
  expect(text).toHaveTextContent('Rate each.Thank you.')
})

test('a table is kept by one press, and the question is gone', async () => {
  const { user, text, take } = await openText('')
  take({ html: tableOf(40) })
  await user.click(within(await options()).getByRole('button', { name: 'Keep as a table' }))
  expect(screen.queryByText(/Is this your data/)).not.toBeInTheDocument()
  expect(within(text).getByRole('table')).toBeVisible()
})

test('merged cells keep the columns apart', async () => {
  const { user, take } = await openText('')
  const rows = tableOf(20).replace('<table>', '')
  take({ html: `<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>${rows}` })
  await user.click(within(await options()).getByRole('button', { name: 'Use as data' }))
  const lines = (await takeHandedFile(PAGE)?.file.text())?.split('\n') ?? []
  expect(lines.slice(0, 2)).toEqual(['a\tb', '\tc'])
})

test('a short table, or a text without data beside it, asks nothing', async () => {
  const { text, take } = await openText('')
  take({ html: tableOf(20) })
  await waitFor(() => expect(within(text).getByRole('table')).toBeVisible())
  expect(screen.queryByText(/Is this your data/)).not.toBeInTheDocument()
})

test('a spreadsheet that is pasted as a file can be used as data', async () => {
  const { user, take, history } = await openText('<p>Before</p>')
  const file = new File(['id,text\n1,Hello'], 'texts.csv', { type: 'text/csv' })
  take({ files: [file] })
  const question = 'texts.csv looks like a spreadsheet. Use it as data?'
  expect(await screen.findByText(question)).toBeVisible()
  await user.click(within(await options()).getByRole('button', { name: 'Use as data' }))
  expect(history.at(-1)).toBe(PAGE)
  expect(takeHandedFile(PAGE)?.file).toBe(file)
})

test.each([
  [new File(['\u0001\u0002PK\u0003\u0004'], 'a.numbers'), /^a\.numbers was not inserted\. /],
  [new File(['x'], 'a.png', { type: 'image/png' }), /^a\.png was not inserted: Prolific needs a/],
])('what cannot be read says so', async (file, words) => {
  const { take } = await openText('')
  take({ files: [file] })
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Use as data' })).not.toBeInTheDocument()
})
