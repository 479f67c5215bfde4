import 'fake-indexeddb/auto'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { addDraft } from '#storage/drafts.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import { listTemplates } from '#storage/templates.ts'
import { renderAt } from '#test/render-at.tsx'
import { DraftsPage } from './DraftsPage.tsx'

test('a draft is kept as a template under what it goes by, and the gallery is opened', async () => {
  const texts = { ...blankTexts, batchName: 'Birds', steps: '<OL><LI>Count</OL>' }
  await addDraft({ name: '', place: 'practice', texts })
  const { history } = renderAt('/practice/drafts', <DraftsPage place="practice" />)
  await screen.findByRole('link', { name: 'Birds' })
  await userEvent.click(screen.getByRole('button', { name: 'Save as a template', hidden: true }))
  await waitFor(() => expect(history.at(-1)).toBe('/practice/templates'))
  const [template] = await listTemplates()
  expect(template).toMatchObject({ name: 'Birds', place: 'practice', texts })
})
