import 'fake-indexeddb/auto'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { toDraftFile } from '#drafts/file-format/draft-file.ts'
import { takeHandedFile } from '#dataset/store/handed-file.ts'
import { listDrafts } from '#drafts/store/drafts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { ImportPage } from './ImportPage.tsx'

const TOKEN = 'canary-7f3a9c51e2b84d06'
const box = () => screen.getByLabelText('Text, request, command or program')
const outcome = () => screen.findByRole('region', { name: 'Import results' })

async function paste(text: string) {
  await userEvent.click(box())
  await userEvent.paste(text)
  await userEvent.click(screen.getByRole('button', { name: 'Make a draft' }))
}

const choose = (...files: File[]) =>
  fireEvent.change(screen.getByLabelText('Files to import'), { target: { files } })

test('a curl command becomes a draft, and its token stays nowhere', async () => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  await paste(
    `curl -H 'Authorization: Token ${TOKEN}' --compressed -d '${JSON.stringify(documentedExample)}'`,
  )
  const told = await outcome()
  expect(told).toHaveTextContent('A draft was made: 6 fields from a curl command.')
  expect(told).toHaveTextContent('Left out, because a draft has no field for it: --compressed.')
  expect(told).toHaveTextContent('It contained a token. The token was removed')
  expect(told).toHaveFocus()
  expect(box()).toHaveValue('')

  const drafts = await listDrafts()
  const draft = drafts.find(({ kind }) => kind === 'readable')
  expect(within(told).getByRole('link', { name: 'Open the draft' })).toHaveAttribute(
    'href',
    `/practice/new?draft=${draft?.id}`,
  )
  expect(JSON.stringify(drafts)).not.toContain(TOKEN)
  expect(document.body.innerHTML).not.toContain(TOKEN)
})

test('what is not recognised stays in the box, with a remedy', async () => {
  const before = (await listDrafts()).length
  renderAt('/practice/import', <ImportPage environment="practice" />)
  await paste('Could you make a task of this?')
  expect(await outcome()).toHaveTextContent('No request was found.')
  expect(box()).toHaveValue('Could you make a task of this?')
  expect(await listDrafts()).toHaveLength(before)
})

test('a request with a fault makes no draft, and the text stays to be mended', async () => {
  const before = (await listDrafts()).length
  const text = JSON.stringify(documentedExample, null, 2)
  renderAt('/practice/import', <ImportPage environment="practice" />)
  // The quotation mark behind the introduction.
  const faulty = text.replace(/",(?=\s*"task_steps")/, ',')
  await paste(faulty)
  expect(await outcome()).toHaveTextContent(
    /Nothing was imported.Line 7: This is not readable JSON/,
  )
  expect(box()).toHaveValue(faulty)
  expect(await listDrafts()).toHaveLength(before)
})

test('what became a draft with something to compare stays in the box', async () => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  const whole = JSON.stringify({ results: [documentedExample, documentedExample, { name: 'B' }] })
  const cutOff = whole.replace('{"name":"B"}]}', '{"name":"B","task_details":{"task_name":"T')
  await paste(cutOff)
  expect(await outcome()).toHaveTextContent('“B”: The end of this request is missing')
  expect(box()).toHaveValue(cutOff)
})

test('a file with ten tasks of which two are bad imports eight and names the two', async () => {
  const before = (await listDrafts()).length
  const tasks = Array.from({ length: 10 }, (_, index) => ({
    name: `Task ${index + 1}`,
    place: 'practice' as const,
    texts: { ...blankTexts, steps: `<p>Step ${index + 1}</p>` },
  }))
  const file: { drafts: object[] } = structuredClone(toDraftFile(tasks))
  file.drafts[2] = { ...file.drafts[2], task_details: { task_name: 5 } }
  file.drafts[6] = { ...file.drafts[6], colour: 'red' }
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(new File([JSON.stringify(file, null, 2)], 'tasks.json', { type: 'application/json' }))

  const told = await outcome()
  expect(told).toHaveTextContent('8 drafts were imported from “tasks.json”. 2 were not.')
  expect(told).toHaveTextContent(
    /Draft 3 \(“”\), line \d+, task_details.task_name: This has to be text./,
  )
  expect(told).toHaveTextContent(/Draft 7 \(“”\), line \d+, colour: There is no such field./)
  expect(within(told).getByRole('link', { name: 'Task 1' })).toBeVisible()
  expect(await listDrafts()).toHaveLength(before + 8)
})

test.each([
  [
    new File(['x'.repeat(10_000_001)], 'large.json'),
    'The file is longer than 10 MB. Split it into smaller files.',
  ],
  [new File(['PK\0'], 'drafts.json'), 'This is not a text file.'],
  [
    new File(['PK\u0003\u0004'], 'texts.ods'),
    'This kind of spreadsheet cannot be read. Open it, and save it as .xlsx.',
  ],
  [
    new File(['x'], 'Protocol.odt'),
    'This kind of document cannot be read here. Save it as a Word document (.docx), or copy and paste its text.',
  ],
  [
    new File(
      ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nformat: batch-composer-drafts'],
      'bomb.yaml',
    ),
    'This YAML refers to itself. Write it without aliases.',
  ],
])('a file that cannot be taken is refused by name', async (file, reason) => {
  const before = (await listDrafts()).length
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(file)
  expect(await outcome()).toHaveTextContent(`Nothing was imported from “${file.name}”.${reason}`)
  expect(await listDrafts()).toHaveLength(before)
})

test.each(['texts.xlsx', 'texts.csv', 'texts.tsv', 'texts.jsonl'])(
  '%s can be used as data, and goes to the data of a new draft',
  async (name) => {
    const before = (await listDrafts()).length
    const content = name.endsWith('jsonl') ? '{"text":"Hello"}\n' : 'id,text\n1,Hello\n'
    const file = new File([content], name)
    const { history } = renderAt('/practice/import', <ImportPage environment="practice" />)
    choose(file)
    expect(await outcome()).toHaveTextContent(`${name} looks like a spreadsheet. Use it as data?`)
    await userEvent.click(screen.getByRole('button', { name: 'Use as data' }))
    const address = history.at(-1) ?? ''
    expect(address).toMatch(/^\/practice\/data\?draft=[\w-]+$/)
    expect(takeHandedFile(address)?.file).toBe(file)
    expect(await listDrafts()).toHaveLength(before)
  },
)

test('files can be dropped anywhere on the page', async () => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  const dataTransfer = {
    types: ['Files'],
    files: [new File([JSON.stringify(documentedExample)], 'request.json')],
  }
  fireEvent.dragOver(document.body, { dataTransfer })
  expect(screen.getByText('Drop to make new drafts')).toBeVisible()
  fireEvent.drop(document.body, { dataTransfer })
  expect(await outcome()).toHaveTextContent(
    'A draft was made: 6 fields from the JSON of a request, “request.json”.',
  )
  expect(screen.queryByText('Drop to make new drafts')).not.toBeInTheDocument()
})
