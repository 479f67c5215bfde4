import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { BatchPage } from '#screens/batch/BatchPage.tsx'
import { BatchesPage } from '#screens/batches/BatchesPage.tsx'
import { answers, given, storedBatch } from './answers.ts'
import { renderAt } from './render-at.tsx'
import { practice, serve } from './serve.ts'

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})

/** A list leaves out what has no id, and a status needs none. */
const idsApart = (name: string) =>
  ['no id', 'an id of the wrong type', 'an id with half a character'].includes(name)

const failed = /could not|does not|did not|Trying again in|no access|Batch not found|No batches in/
const asText = () => document.body.textContent
const readable = () => {
  expect(asText()).not.toMatch(/<h1>|<script>|undefined|NaN|\[object/)
  expect(asText().length).toBeLessThan(6_000)
}

describe.each(answers)('$name', (answer) => {
  test('as the answer to a list leaves a screen that says so', async () => {
    const inList = async () => {
      const response = await given(answer)
      if (answer.read === 'failed' && !idsApart(answer.name)) return response
      return new Response(`{"results":[${(await response.text()).replace('\uFEFF', '')}]}`)
    }
    serve().answerInstead((call) => (call.includes('workspace_id') ? inList() : undefined))
    renderAt(`/practice/batches?workspace=${practice.place}`, <BatchesPage backend={practice} />)
    const said = answer.read === 'shown' ? storedBatch.name : failed
    expect((await screen.findAllByText(said))[0]).toBeVisible()
    readable()
  })

  test('as the answer to a batch and its status leaves a screen that says so', async () => {
    serve().answerInstead((call) => (call.includes('/batches/') ? given(answer) : undefined))
    const { unmount } = renderAt(
      `/practice/batches/${storedBatch.id}`,
      <BatchPage backend={practice} id={storedBatch.id} prolific={undefined} />,
    )
    const said = answer.read === 'shown' ? storedBatch.name : failed
    expect((await screen.findAllByText(said))[0]).toBeVisible()
    readable()
    unmount()
  })

  test('as the answer to a status alone leaves the batch as it was', async () => {
    serve().answerInstead((call) => {
      if (call.endsWith('/status')) return given(answer)
      return call.includes('/batches/') ? Promise.resolve(Response.json(storedBatch)) : undefined
    })
    renderAt(
      `/practice/batches/${storedBatch.id}`,
      <BatchPage backend={practice} id={storedBatch.id} prolific={undefined} />,
    )
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(storedBatch.name)
    const fails = answer.read === 'failed' && !idsApart(answer.name)
    const said = fails ? /^Could not check at/ : storedBatch.name
    expect((await screen.findAllByText(said))[0]).toBeVisible()
    readable()
  })
})
