import 'fake-indexeddb/auto'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { saveFile } from '#ui/save-file.ts'
import { addDraft, listDrafts, markCreated, readDraft } from '#drafts/store/drafts.ts'
import { readKept } from '#drafts/store/read-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { ClosedDraft } from './ClosedDraft.tsx'

vi.mock('#ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))

const open = (kept: Parameters<typeof ClosedDraft>[0]['kept']) =>
  renderAt('/practice/new', <ClosedDraft environment="practice" kept={kept} />)
const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }))

async function stored(taskTitle: string) {
  const texts = { ...blankTexts, taskTitle }
  return addDraft({ name: '', place: 'practice', texts })
}

async function readableDrafts() {
  const drafts = await listDrafts()
  return drafts.flatMap((each) => (each.kind === 'readable' ? [each.draft] : []))
}

test('a draft that became a batch leads to it, and to a new one from it', async () => {
  const id = await stored('Rate reviews')
  await markCreated(id, { place: 'practice', id: 'b1' })
  open(await readDraft(id).then((kept) => kept ?? null))
  const batch = screen.getByRole('link', { name: 'Open the batch' })
  expect(batch).toHaveAttribute('href', '/practice/batches/b1')
  await press('Start a new draft from it')
  const fresh = (await readableDrafts()).filter(({ batch: became }) => !became)
  expect(fresh).toHaveLength(1)
})

test('what can be read of a damaged draft is had, and the rest is downloaded as it is', async () => {
  const damaged = { id: 'd1', schema: 2, sha: 'no', texts: { taskTitle: 'Rate photos', steps: 7 } }
  open(readKept(damaged))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This draft is damaged.')
  await press('Download the stored draft')
  expect(saveFile).toHaveBeenCalledWith('damaged-draft.json', JSON.stringify(damaged, null, 2))
  await press('Continue with what can be read')
  expect((await readableDrafts()).map(({ texts }) => texts)).toContainEqual({
    ...blankTexts,
    taskTitle: 'Rate photos',
  })
})

test('a draft of a newer version is shown and not written in', () => {
  open(readKept({ id: 'd2', schema: 99, texts: { taskTitle: 'From tomorrow' } }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/newer version/)
  expect(screen.getByText(/update Batch Composer/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Continue with/ })).toBeNull()
})

test('a draft that is not there says so, and where the others are', () => {
  open(null)
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('not in this browser')
  expect(screen.getByRole('link', { name: 'All drafts' })).toHaveAttribute(
    'href',
    '/practice/drafts',
  )
})
