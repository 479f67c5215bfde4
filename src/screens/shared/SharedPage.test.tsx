import 'fake-indexeddb/auto'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { toFragment } from '#share/share-link.ts'
import { readDraft } from '#drafts/store/drafts.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { SharedPage } from './SharedPage.tsx'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  // What jsdom has not got: the size of things.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  location.hash = ''
})

const texts: DraftTexts = {
  ...blankTexts,
  taskTitle: 'Rate',
  introduction: '<P>a<br/>b</P><script>alert(1)</script>',
  steps: '<ol><li>Read</ol>',
  batchName: 'Pilot',
  workspaceId: 'w1',
  datasetId: 'd1',
}
const openLink = async (fragment: string, backend = practice) => {
  serve()
  location.hash = fragment
  return {
    ...renderAt(
      `/${backend.place}/shared`,
      <SharedPage environment={backend.place} backend={backend} />,
    ),
    user: userEvent.setup(),
  }
}
const linkOf = async (change: Partial<DraftTexts> = {}) =>
  (await toFragment({ name: '', place: 'practice', texts: { ...texts, ...change } })) ?? ''

const takenOver = async (history: string[] | undefined) => {
  const [, id = ''] = /new\?draft=(.+)$/.exec(history?.at(-1) ?? '') ?? []
  const kept = await readDraft(id)
  return kept?.kind === 'readable' ? kept.draft : null
}

test('a link shows the task, stores nothing, and makes it mine to the byte', async () => {
  const { history, user } = await openLink(await linkOf())
  expect(await screen.findByRole('heading', { level: 1, name: 'Pilot' })).toBeVisible()
  expect(screen.getByText('w1')).toBeVisible()
  expect(await indexedDB.databases()).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Make it mine' }))
  await waitFor(async () => expect(await takenOver(history)).toMatchObject({ texts }))
  // In place of the address that held the text.
  expect(history).toHaveLength(1)
})

test('ids of the other place are left out, and that is said', async () => {
  const { history, user } = await openLink(await linkOf(), prolific)
  expect(await screen.findByText(/they belong to Practice/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Make it mine' }))
  await waitFor(async () =>
    expect(await takenOver(history)).toMatchObject({
      place: 'prolific',
      texts: { ...texts, workspaceId: '', datasetId: '' },
    }),
  )
})

test.each([
  ['that was cut', async () => (await linkOf()).slice(0, -30), 'This link is incomplete.'],
  ['with nothing in it', async () => '', 'This link is incomplete.'],
  [
    'of a later version',
    async () => (await linkOf()).replace('=1.', '=9.'),
    'This link was made by another version of Batch Composer.',
  ],
])('a link %s says so', async (_case, make, title) => {
  await openLink(await make())
  expect(await screen.findByRole('alert')).toHaveTextContent(title)
  expect(screen.queryByRole('button', { name: 'Make it mine' })).toBeNull()
})

test('another link in the same tab is opened, a jump within the page is not', async () => {
  await openLink(await linkOf())
  await screen.findByRole('heading', { level: 1, name: 'Pilot' })
  await act(async () => {
    location.hash = '#content'
  })
  expect(screen.getByRole('heading', { level: 1, name: 'Pilot' })).toBeVisible()
  const other = await linkOf({ batchName: 'Main' })
  await act(async () => {
    location.hash = other
  })
  expect(await screen.findByRole('heading', { level: 1, name: 'Main' })).toBeVisible()
})
