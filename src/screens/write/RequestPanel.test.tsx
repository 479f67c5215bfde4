import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { renderAt } from '#test/render-at.tsx'
import { serve } from '#test/serve.ts'
import { RequestPanel } from './RequestPanel.tsx'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { toCreateBatchRequest } from '#screens/write/submit/to-create-batch-request.ts'

beforeEach(() => {
  localStorage.clear()
  serve()
})

const draft = { ...exampleDraft('practice'), taskTitle: 'Rate “it” $HOME \\' }
const open = (environment: 'practice' | 'prolific', changes: Partial<typeof draft> = {}) =>
  renderAt(
    `/${environment}/new`,
    <RequestPanel environment={environment} draft={{ ...draft, ...changes }} />,
  )

const showAs = async (user: ReturnType<typeof userEvent.setup>, form: string) =>
  user.selectOptions(screen.getByRole('combobox', { name: 'Show as' }), form)

test('the request is shown byte for byte until another form is chosen', () => {
  open('practice')
  const shown = screen.getByRole('region', { name: 'Request' })
  expect(shown.textContent).toBe(encodeBody(toCreateBatchRequest(draft)))
})

test('the request is shown as a program, and copied as it is shown', async () => {
  const user = userEvent.setup()
  open('practice')
  await showAs(user, 'Python')
  const shown = await screen.findByRole('region', { name: 'Request as Python' })
  expect(shown).toHaveTextContent(`"${location.origin}/practice/api/v1/data-collection/batches"`)
  expect(shown).toHaveTextContent(String.raw`"task_name": "Rate “it” $HOME \\"`)
  await user.click(screen.getByRole('button', { name: /the request as Python/ }))
  expect(await navigator.clipboard.readText()).toBe(shown.textContent)
})

test('programs for Prolific go to Prolific and take the token from the environment', async () => {
  const user = userEvent.setup()
  open('prolific')
  await showAs(user, 'cURL')
  const shown = await screen.findByRole('region', { name: 'Request as cURL' })
  expect(shown).toHaveTextContent("'https://api.prolific.com/api/v1/data-collection/batches'")
  expect(shown).toHaveTextContent('Token ${PROLIFIC_TOKEN')
  expect(screen.getByText(/It creates the batch in Prolific\./)).toHaveTextContent(
    'to your API token',
  )
})

test('the form that was chosen last is shown again', async () => {
  const user = userEvent.setup()
  const first = open('practice')
  await showAs(user, 'Go')
  first.unmount()
  const second = open('practice')
  expect(await screen.findByRole('region', { name: 'Request as Go' })).toBeVisible()
  await showAs(user, 'JSON')
  second.unmount()
  open('practice')
  expect(screen.getByRole('region', { name: 'Request' })).toBeVisible()
})

test('what the official tool cannot carry is said', async () => {
  const user = userEvent.setup()
  const { unmount } = open('practice', { datasetId: '' })
  await showAs(user, 'Prolific’s command line')
  expect(await screen.findByText(/creates no batch without a dataset/)).toBeVisible()
  unmount()
  open('practice')
  await screen.findByRole('region', { name: /command line/ })
  expect(screen.queryByText(/cannot carry/)).toBeNull()
})
