import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { item, makeDocx, paragraph, picture, run } from '#editor/files/testing/make-docx.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { listDrafts } from '#drafts/store/drafts.ts'
import { renderAt } from '#test/render-at.tsx'
import { ImportPage } from './ImportPage.tsx'

const MAKE = 'Make a draft with this as the introduction'
const box = () => screen.getByLabelText('Text, request, command or program')
const outcome = () => screen.findByRole('region', { name: 'Import results' })
const choose = (...files: File[]) =>
  fireEvent.change(screen.getByLabelText('Files to import'), { target: { files } })

async function paste(text: string) {
  await userEvent.click(box())
  await userEvent.paste(text)
  await userEvent.click(screen.getByRole('button', { name: 'Make a draft' }))
}

/** The draft that the link on the page leads to. */
async function linkedDraft() {
  const link = await screen.findByRole('link', { name: 'Open the draft' })
  const drafts = await listDrafts()
  const draft = drafts.find(({ id }) => link.getAttribute('href') === `/practice/new?draft=${id}`)
  return draft?.kind === 'readable' ? draft.draft : null
}

test.each([
  ['words', 'Welcome to <our> study.\n\nThank you!', /^<p>Welcome to &lt;our&gt; study\.<\/p>/],
  ['HTML', '<p class="x" onclick="y()">Welcome</p><script>z()</script>', /^<p>Welcome<\/p>$/],
  ['a sentence with a place in it', '{{name}}, welcome!', /^<p>{{name}}, welcome!<\/p>$/],
])('%s in the box can become the introduction of a draft', async (_what, text, expected) => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  await paste(text)
  expect(await outcome()).toHaveTextContent('Nothing was imported.')
  expect(box()).toHaveValue(text)
  await userEvent.click(screen.getByRole('button', { name: MAKE }))

  const draft = await linkedDraft()
  expect(draft?.texts.introduction).toMatch(expected)
  expect(screen.queryByRole('button', { name: MAKE })).not.toBeInTheDocument()
  expect(box()).toHaveValue('')
})

test('a Word document becomes a draft at once, with its lists, and says what was left out', async () => {
  const body = paragraph(run('Welcome')) + item('One', 1) + item('Two', 1) + paragraph(picture)
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(new File([makeDocx(body)], 'Protocol.docx'), new File(['PK\0'], 'drafts.json'))

  const draft = await linkedDraft()
  expect(draft?.name).toBe('Protocol')
  expect(draft?.texts.introduction).toContain('<p>Welcome</p><ol><li>')
  const told = await outcome()
  expect(told).toHaveTextContent('A draft was made: 1 field from a text, “Protocol.docx”.')
  expect(told).toHaveTextContent('1 picture was left out')
  expect(told).toHaveTextContent('Nothing was imported from “drafts.json”.')
})

test('a file of plain text can become the introduction of a draft', async () => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(new File(['Welcome'], 'notes.txt'))
  await userEvent.click(await screen.findByRole('button', { name: MAKE }))
  expect((await linkedDraft())?.texts.introduction).toBe('<p>Welcome</p>')
})

test.each([
  ['protocol.md', '# Rate reviews\n\nYou read reviews.\n\n## Procedure\n\n1. Read.\n2. Rate.'],
  [
    'protocol.html',
    '<h1>Rate reviews</h1><p>You read reviews.</p><h2>Procedure</h2><ol><li>Read.</li><li>Rate.</li></ol>',
  ],
])(
  '%s: its heading is the title, and its procedure can be moved to the steps',
  async (name, text) => {
    renderAt('/practice/import', <ImportPage environment="practice" />)
    choose(new File([text], name))
    const draft = await linkedDraft()
    expect(draft?.texts.taskTitle).toBe('Rate reviews')
    expect(draft?.texts.introduction).toMatch(/^<p>You read reviews\.<\/p>/)
    expect(draft?.texts.introduction).toContain('Procedure')

    const move = 'Move “Procedure” and everything after it to Steps'
    await userEvent.click(screen.getByRole('button', { name: move }))
    await waitFor(() => expect(screen.queryByRole('button', { name: move })).toBeNull())
    const split = await linkedDraft()
    expect(split?.texts.introduction).toBe('<p>You read reviews.</p>')
    expect(split?.texts.steps).toMatch(/^<h\d>Procedure<\/h\d>\s*<ol>/)
  },
)

test('a draft that was changed meanwhile is not split', async () => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(new File(['<p>About.</p><h2>Procedure</h2><p>Read.</p>'], 'protocol.html'))
  const draft = await linkedDraft()
  const texts = { ...blankTexts, introduction: 'Something else' }
  await saveDraft({ id: draft?.id ?? '', tab: '', place: 'practice', texts, base: draft })
  await userEvent.click(screen.getByRole('button', { name: /^Move “Procedure”/ }))
  expect(await screen.findByText(/The draft was changed or could not be stored/)).toBeVisible()
  expect((await linkedDraft())?.texts).toEqual(texts)
})

test('a document that is none is refused with the reason, and makes no draft', async () => {
  const before = (await listDrafts()).length
  renderAt('/practice/import', <ImportPage environment="practice" />)
  choose(new File(['PK\0'], 'Protocol.docx'))
  expect(await screen.findByText(/The text was not imported: /)).toBeVisible()
  expect(await listDrafts()).toHaveLength(before)
})

test.each([
  ['a text with a token in it', 'Authorization: Token canary-7f3a9c51e2b84d06'],
  ['JSON with a fault in it', '{"name": "A" "workspace_id": "w"}'],
])('%s is not offered as an introduction', async (_what, text) => {
  renderAt('/practice/import', <ImportPage environment="practice" />)
  await paste(text)
  expect(within(await outcome()).queryByRole('button', { name: MAKE })).not.toBeInTheDocument()
})
