import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createLiveSource, createLiveText } from '#html/live-source.ts'
import { ParticipantView } from './ParticipantView.tsx'
import type { ParticipantTexts } from './participant-texts.ts'

// The part with the sanitiser comes as a module of its own, and test machines are busy.
configure({ asyncUtilTimeout: 20_000 })

/** The view, with the page that a browser would have loaded into its frame. */
async function show(texts: ParticipantTexts) {
  const { unmount } = render(<ParticipantView {...texts} />)
  const frame = await screen.findByTitle('Participant view')
  let page = preview()
  Object.defineProperty(frame, 'contentDocument', { get: () => page })
  const load = () => {
    page = preview()
    fireEvent.load(frame)
  }
  load()
  const at = (id: string) => page.getElementById(id)
  return { frame, load, unmount, at, text: (id: string) => at(id)?.textContent }
}

function preview() {
  const page = document.implementation.createHTMLDocument()
  for (const id of ['title', 'introduction', 'steps']) {
    page.body.append(Object.assign(page.createElement('div'), { id }))
  }
  return page
}

const frameOfTime = () =>
  act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))

test('the frame can run nothing and says what is not shown in it', async () => {
  const { frame } = await show({ title: 't', introduction: '', steps: '' })
  expect(frame).toHaveAttribute('sandbox', 'allow-same-origin')
  expect(frame).toHaveAttribute('src', '/preview.html')
  expect(screen.getByText(/Your data and questions appear after this text/)).toBeVisible()
  expect(screen.getByText(/its style sheet is not public/)).toBeVisible()
})

test('stored texts are shown cleaned, with dead links and named pictures', async () => {
  const { at, text } = await show({
    title: '<b>Rate</b> & go',
    introduction:
      '<p onclick="run()">See <a href="https://example.org/page">this</a><script>run()</script></p>',
    steps: '<ol><li>one <img src="https://pics.example/a.png" alt="A cat"></li></ol>',
  })
  expect(text('title')).toBe('<b>Rate</b> & go')
  expect(at('introduction')?.innerHTML).not.toMatch(/run|href|onclick/)
  expect(at('introduction')?.querySelector('a')?.title).toBe('https://example.org/page')
  expect(at('steps')?.querySelector('img')).toBeNull()
  expect(text('steps')).toBe('one Picture from pics.example: A cat')
})

test('only the blocks that changed are replaced', async () => {
  const [one, two, three] = [
    { html: '<p>one</p>' },
    { html: '<p>two</p>' },
    { html: '<p>three</p>' },
  ]
  const source = createLiveSource()
  source.publish([one, two, three])
  const { at, text } = await show({ title: 't', introduction: source, steps: '' })
  const before = [...(at('introduction')?.children ?? [])]
  act(() => source.publish([one, { html: '<p>2</p>' }, { html: '<p>2b</p>' }, three]))
  const after = [...(at('introduction')?.children ?? [])]
  expect(after.map((element) => element.textContent)).toEqual(['one', '2', '2b', 'three'])
  expect(after[0]).toBe(before[0])
  expect(after[3]).toBe(before[2])
  act(() => source.publish([three]))
  expect([...(at('introduction')?.children ?? [])]).toEqual([before[2]])
  act(() => source.publish([]))
  expect(text('introduction')).toBe('')
})

test('what is to come is said where nothing is written yet', async () => {
  const title = createLiveText()
  const { at, text } = await show({
    title,
    introduction: createLiveSource(),
    steps: createLiveSource(),
  })
  expect(at('introduction')?.dataset['sample']).toMatch(/introduction will appear here/)
  expect(at('steps')?.dataset['sample']).toMatch(/steps will appear here/)
  title.set('Rate reviews')
  await frameOfTime()
  expect(text('title')).toBe('Rate reviews')
})

test('a frame that loads again is filled again, and one that is gone is left alone', async () => {
  const source = createLiveSource('<p>text</p>')
  const { text, load, unmount } = await show({ title: 't', introduction: source, steps: '' })
  load()
  expect(text('introduction')).toBe('text')
  unmount()
  source.publish([{ html: '<p>later</p>' }])
})

test('a text that is too long is named instead of shown', async () => {
  const { text } = await show({ title: 't', introduction: 'x'.repeat(600_000), steps: '' })
  expect(text('introduction')).toMatch(/586 KB long/)
})

test('the view opens over the whole window and closes with Escape', async () => {
  const user = userEvent.setup()
  await show({ title: 't', introduction: '', steps: '' })
  await user.click(screen.getByRole('button', { name: 'Expand' }))
  const whole = screen.getByRole('dialog', { name: 'Participant view, whole window' })
  expect(whole).toBeVisible()
  fireEvent(whole, new Event('cancel', { cancelable: true }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
