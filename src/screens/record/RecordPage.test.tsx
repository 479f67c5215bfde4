import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { Manifest } from '#share/manifest.ts'
import { checksum } from '#storage/checksum.ts'
import { addDraft } from '#drafts/store/drafts.ts'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, serve } from '#test/serve.ts'
import { RecordPage } from './RecordPage.tsx'

const replaceSync = vi.fn<(css: string) => void>()

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('indexedDB', new IDBFactory())
  // What jsdom has not got: style sheets that are made by script, and addresses of files.
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync = replaceSync
    },
  )
  vi.stubGlobal('print', vi.fn<() => void>())
})

const serveStyles = (answer?: (call: string) => Response | undefined) => {
  const server = serve()
  server.answerInstead((call) =>
    call.endsWith('/preview.css')
      ? new Response(':root {}', { headers: { 'content-type': 'text/css' } })
      : answer?.(call),
  )
  return server
}
const open = (query: string) =>
  renderAt(`/practice/record?${query}`, <RecordPage backend={practice} />)
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const shown = async () => {
  const region = await screen.findByRole('region', { name: 'What participants are shown' })
  await waitFor(() => expect(region.querySelector('div')?.shadowRoot).not.toBeNull())
  return region.querySelector('div')?.shadowRoot
}

const task_details = {
  task_name: 'Rate <b>',
  task_introduction: '<p>Read <a href="https://x.example">this</a></p><script>alert(1)</script>',
  task_steps: '<ol><li>One</ol>',
}

test('the record of a batch states the texts that are stored, their hashes, ids and settings', async () => {
  const { id } = await serveStyles().create({ name: 'Pilot', task_details })
  open(`batch=${id}`)
  expect(await screen.findByRole('heading', { name: 'Ethics record: Pilot' })).toBeVisible()
  const sheet = await shown()
  expect(sheet?.querySelector('#title')?.textContent).toBe('Rate <b>')
  expect(sheet?.querySelector('#steps')?.innerHTML).toBe('<ol><li>One</li></ol>')
  expect(sheet?.querySelector('script, [href]')).toBeNull()
  expect(replaceSync).toHaveBeenLastCalledWith(':host {}')

  const texts = await part('The exact texts')
  for (const text of Object.values(task_details)) {
    expect(texts.getByText(checksum(text))).toBeVisible()
  }
  const doubtful = await part('What may disappear in Prolific')
  expect(doubtful.getByText(/^Introduction: Link/)).toHaveTextContent('Introduction: Link this')
  expect((await part('Ids and times')).getByText(id)).toBeVisible()
  expect(await screen.findByText(/^Practice workspace \(/)).toBeVisible()
  expect((await part('Sent and stored')).getByText(/This browser does not know/)).toBeVisible()
})

test('the record says whether what is stored is what was sent', async () => {
  const { id } = await serveStyles().create({ task_details })
  rememberSent('practice', id, task_details)
  const { unmount } = open(`batch=${id}`)
  expect((await part('Sent and stored')).getByText(/every byte is the same/)).toBeVisible()
  unmount()

  rememberSent('practice', id, { ...task_details, task_steps: 'other' })
  open(`batch=${id}`)
  const sent = await part('Sent and stored')
  expect(sent.getByRole('heading', { name: 'Steps: differs' })).toBeVisible()
  expect(sent.getByText(checksum('other'))).toBeVisible()
  expect(sent.getAllByRole('heading')).toHaveLength(2)
})

/** A batch “odd” that a provider stores with such questions. */
const storedAs = (batch_items: unknown) =>
  serveStyles((call) =>
    /\/odd\/?$/.test(call)
      ? Response.json({ id: 'odd', status: 'READY', task_details, batch_items })
      : undefined,
  )

test('the record of a batch lists what participants are asked, page by page', async () => {
  const { id } = await serveStyles().create()
  open(`batch=${id}`)
  const asked = await part('What participants are asked')
  expect(asked.getByRole('heading', { level: 3 })).toHaveTextContent('Page 1')
  expect(asked.getByText('The item’s “review” is shown.')).toBeVisible()
  const list = within(asked.getByRole('list', { name: 'Page 1' }))
  expect(list.getByText('What is the sentiment of this review?')).toBeVisible()
  expect(list.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'PositiveNeutralNegative',
    'One answer',
    'From 10 to 500 characters',
  ])
})

test('odd and hostile questions are text in the record', async () => {
  const html = '<img src="https://evil.test/a.png" onerror="alert(1)">'
  const items = [{ type: 'free_text', description: html }, null, { type: 'slider' }]
  storedAs([{ rows: [{ columns: [{ items }] }] }, 7])
  open('batch=odd')
  const region = await screen.findByRole('region', { name: 'What participants are asked' })
  const asked = within(region)
  expect(asked.getByText(html)).toBeVisible()
  expect(asked.getByText('Part of the type “slider”')).toBeVisible()
  expect(asked.getByRole('heading', { name: 'Page 2' })).toBeVisible()
  expect(region.querySelector('img, script, [src], [href]')).toBeNull()
})

test.each([
  ['an empty list', []],
  ['nothing', null],
])('a record of %s as questions says that there are none', async (_what, batch_items) => {
  storedAs(batch_items)
  open('batch=odd')
  const asked = await part('What participants are asked')
  expect(asked.getByText('No questions came with this batch.')).toBeVisible()
})

test('a record says in plain words what a SHA-256 is for', async () => {
  const { id } = await serveStyles().create()
  open(`batch=${id}`)
  const texts = await part('The exact texts')
  expect(texts.getByText(/fingerprint of a text.* not a single character/)).toBeVisible()
})

test('the record of a draft is printed, and downloaded as JSON with what would be sent', async () => {
  serveStyles()
  const id = await addDraft({
    name: '',
    place: 'practice',
    texts: { ...blankTexts, batchName: 'Pilot', steps: '<p>a<script>1</script></p>' },
  })
  const files: Blob[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        files.push(file)
        return 'blob:record'
      },
      revokeObjectURL: () => {},
    }),
  )
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  open(`draft=${id}`)
  const user = userEvent.setup()
  expect(await screen.findByText(/This is a draft: no participant has seen it yet/)).toBeVisible()
  const asked = await part('What participants are asked')
  expect(asked.getByText('There are no questions yet that can be sent.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Print or save as PDF' }))
  expect(print).toHaveBeenCalledOnce()

  await user.click(screen.getByRole('button', { name: 'Download as JSON' }))
  expect(clicked).toHaveBeenCalledOnce()
  const [file] = files
  const manifest = Manifest.parse(JSON.parse((await file?.text()) ?? ''))
  expect(manifest).toMatchObject({ draft_id: id, batch_name: 'Pilot', place: 'practice' })
  expect(manifest.texts.task_steps).toEqual({
    content: '<p>a</p>',
    bytes: 8,
    sha256: checksum('<p>a</p>'),
  })
  expect(manifest.made_with.version).toMatch(/^\d+\.\d+\.\d+$/)
})

test.each([
  ['a draft that is not there', 'draft=x', 'This draft is not in this browser.'],
  ['a batch that is not there', 'batch=x', /does not know this id/],
  ['nothing', '', 'There is nothing to record.'],
])('the record of %s says why there is none', async (_case, query, title) => {
  serveStyles()
  open(query)
  expect(await screen.findByRole('alert')).toHaveTextContent(title)
})
