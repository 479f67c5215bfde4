import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { addressOf } from '#contract/routes.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'

async function openReady() {
  const served = serve()
  const { id } = await served.create()
  await served.setUp(id)
  served.passTime(60_000)
  renderAt(`/practice/batches/${id}`, <BatchPage backend={practice} id={id} prolific={prolific} />)
  return {
    ...served,
    user: userEvent.setup(),
    id,
    add: await screen.findByRole('button', { name: 'Add new rows…' }),
  }
}

const syncs = (calls: readonly string[]) =>
  calls.filter((call) => call.startsWith('POST') && call.endsWith('/sync'))

test('adding new rows is confirmed, begun once, and followed to its end', async () => {
  const { calls, user, add, passTime } = await openReady()
  await user.click(add)
  expect(screen.getByText(/none can be removed/)).toBeVisible()
  expect(syncs(calls)).toHaveLength(0)
  await user.dblClick(screen.getByRole('button', { name: 'Add the new rows' }))
  expect(await screen.findByText('Adding the new rows…')).toBeVisible()
  passTime(60_000)
  expect(await screen.findByText('There were no new rows.', {}, { timeout: 5_000 })).toBeVisible()
  expect(syncs(calls)).toHaveLength(1)
})

test('the tasks and groups that came of it are counted', async () => {
  const { user, add, answerInstead, id } = await openReady()
  const job = {
    sync_id: 's',
    status: 'complete',
    tasks_created: 12,
    groups_created: 2,
    groups_expanded: 1,
  }
  answerInstead((call) =>
    call === `POST ${practice.base_path}${addressOf('syncBatch', { id })}` ||
    call.includes('/syncs/s')
      ? Response.json(job)
      : undefined,
  )
  await user.click(add)
  await user.click(screen.getByRole('button', { name: 'Add the new rows' }))
  expect(
    await screen.findByText('12 tasks added, in 2 new groups and in 1 group that got larger.'),
  ).toBeVisible()
})

test('a refusal says why, and that trying again adds nothing twice', async () => {
  const { user, add, answerInstead } = await openReady()
  answerInstead((call) =>
    call.endsWith('/sync')
      ? Response.json(
          { error: { status: 400, title: 'No', detail: 'Not ready.' } },
          { status: 400 },
        )
      : undefined,
  )
  await user.click(add)
  await user.click(screen.getByRole('button', { name: 'Add the new rows' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Trying again adds no row twice.')
  expect(alert).toHaveTextContent('Practice says: “Not ready.”')
})
