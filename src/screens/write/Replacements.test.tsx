import 'fake-indexeddb/auto'
import { configure, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { addDraft, draftHistory, readDraft } from '#drafts/store/drafts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { WriteScreen } from './WriteScreen.tsx'

// The editors are large modules, and test machines are busy.
vi.setConfig({ testTimeout: 120_000 })
configure({ asyncUtilTimeout: 30_000 })

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

const written = {
  taskTitle: 'Rate',
  introduction: '<section><p>About</p></section>',
  steps: '<p>Do it</p>',
  questions: '[]',
  batchName: 'Pilot',
}

test.each([
  [
    'sample questions',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.click(screen.getByText('Questions', { selector: 'summary *' }))
      await user.click(await screen.findByRole('button', { name: 'Insert sample questions' }))
    },
  ],
  [
    'safe formatting',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.click(screen.getByRole('tab', { name: /Checks/ }))
      await user.click(
        await screen.findByRole('button', { name: 'Replace all with safe formatting' }),
      )
    },
  ],
  [
    'nothing',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.click(screen.getAllByRole('button', { name: 'Start over' })[0] ?? document.body)
    },
  ],
])('what is replaced by %s is in the history, and Undo brings it back', async (_by, replace) => {
  serve()
  const id = await addDraft({ name: '', place: 'practice', texts: { ...blankTexts, ...written } })
  renderAt(
    `/practice/new?draft=${id}`,
    <WriteScreen environment="practice" backends={[practice, prolific]} />,
  )
  await screen.findByRole('textbox', { name: 'Steps' })
  const user = userEvent.setup()
  await replace(user)
  await waitFor(async () => expect(await draftHistory(id)).toMatchObject([{ texts: written }]))
  await user.click(await screen.findByText('Undo'))
  await waitFor(async () =>
    expect(await readDraft(id)).toMatchObject({ draft: { texts: written } }),
  )
  expect(await draftHistory(id)).toHaveLength(2)
})
