import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { createLiveSource, createLiveText } from '#html/parse/live-source.ts'
import { ParticipantView } from './ParticipantView.tsx'
import type { ParticipantViewProps } from './participant-texts.ts'

// The part with the sanitiser comes as a module of its own, and test machines are busy.
configure({ asyncUtilTimeout: 20_000 })

beforeEach(() => sessionStorage.clear())

/** The view, with the page that a browser would have loaded into its frame. */
async function show(texts: ParticipantViewProps) {
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
  const root = () => page.documentElement
  return { frame, load, unmount, at, root, text: (id: string) => at(id)?.textContent }
}

function preview() {
  const page = document.implementation.createHTMLDocument()
  const main = page.createElement('main')
  for (const id of ['title', 'introduction', 'steps', 'questions']) {
    main.append(Object.assign(page.createElement('div'), { id }))
  }
  page.body.append(main)
  return page
}

const frameOfTime = () =>
  act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))

test('the frame can run nothing and says what it is not', async () => {
  const { frame } = await show({ title: 't', introduction: '', steps: '' })
  expect(frame).toHaveAttribute('sandbox', 'allow-same-origin')
  expect(frame).toHaveAttribute('src', '/preview.html')
  expect(screen.getByText(/Questions follow the text.*nothing is kept/)).toBeVisible()
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
  const whole = screen.getByRole('dialog', { name: 'Participant view, full window' })
  expect(whole).toBeVisible()
  fireEvent(whole, new Event('cancel', { cancelable: true }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the page can be looked at dark, zoomed and from right to left, and stays so', async () => {
  const user = userEvent.setup()
  const texts = { title: 't', introduction: '', steps: '<p>שלום</p><p>Hello</p>' }
  const { frame, root, at, unmount } = await show(texts)
  const paragraphs = () => [...(at('steps')?.querySelectorAll('p') ?? [])].map(({ dir }) => dir)
  expect(at('title')?.dir).toBe('auto')
  expect(at('steps')?.dir).toBe('')
  expect(paragraphs()).toEqual(['auto', 'auto'])
  for (const name of ['200% zoom', 'Dark', 'Right to left']) {
    await user.click(screen.getByRole('checkbox', { name, hidden: true }))
  }
  expect(root().dataset['dark']).toBe('')
  expect(root().dir).toBe('rtl')
  expect(at('title')?.dir).toBe('rtl')
  expect(paragraphs()).toEqual(['', ''])
  expect(frame.parentElement).toHaveStyle({ width: '195px' })
  expect(screen.getByText(/200% zoom, dark, right to left/)).toBeVisible()
  unmount()

  const again = await show(texts)
  expect(again.root().dataset['dark']).toBe('')
  await user.click(screen.getByRole('checkbox', { name: 'Dark', hidden: true }))
  expect(again.root().dataset['dark']).toBeUndefined()
  expect(again.root().dir).toBe('rtl')
})

test('what was stored by somebody else is not taken for a wish', async () => {
  sessionStorage.setItem(
    'batch-composer.view',
    JSON.stringify({ device: 'fridge', dark: true, imageHosts: ['*', 'a.org'] }),
  )
  const { frame, root } = await show({ title: 't', introduction: '', steps: '' })
  expect(frame).toHaveAttribute('src', '/preview.html')
  expect(screen.getByRole('radio', { name: 'Phone' })).toBeChecked()
  expect(root().dataset['dark']).toBe('')
})

const withPictures = {
  title: 't',
  introduction: '<p><img src="https://pics.example.org/a.png" alt="A cat"></p>',
  steps: '<p><img src="https://127.0.0.1/b.png" alt="A dog"></p>',
}

function serverSends(policy: string) {
  const headers = { 'content-security-policy': policy }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { headers })))
}

test('pictures are shown for the host that somebody asks for, and hidden again', async () => {
  serverSends('img-src data: https://pictures.example')
  const user = userEvent.setup()
  await show(withPictures)
  const button = await screen.findByRole('button', { name: 'Show pictures from pics.example.org' })
  expect(screen.getByText(/learns your IP address/)).toBeVisible()
  expect(screen.getByText(/Pictures from 127.0.0.1 cannot be shown here/)).toBeVisible()
  await user.click(button)
  const frame = screen.getByTitle('Participant view')
  expect(frame).toHaveAttribute('src', '/preview.html?img=pics.example.org')
  expect(button).toHaveFocus()
  expect(button).toHaveTextContent('Hide pictures from pics.example.org')
  await user.click(button)
  expect(screen.getByTitle('Participant view')).toHaveAttribute('src', '/preview.html')
})

test('a host for plain files cannot show pictures, and that is said', async () => {
  serverSends('img-src data:')
  await show(withPictures)
  expect(await screen.findByText(/runs without its own server/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Show pictures/ })).toBeNull()
})

test('a server that does not answer is asked again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const user = userEvent.setup()
  await show(withPictures)
  const again = await screen.findByRole('button', { name: 'Try again' })
  serverSends('img-src data: https://pictures.example')
  await user.click(again)
  expect(await screen.findByRole('button', { name: /^Show pictures/ })).toBeVisible()
})

const partly = {
  title: 't',
  introduction: '<p>See <a href="https://a.org">this</a></p><div>one</div><div>two</div>',
  steps:
    '<ol start="3"><li><kbd>F</kbd></li></ol><img src="https://pics.example.org/a.png" alt="A cat">',
}

test('what is outside the profile is taken out when somebody wants to see that', async () => {
  const user = userEvent.setup()
  const { at } = await show({ ...partly, keeps: 'published' })
  const name = 'Only what Prolific is sure to keep'
  expect(at('steps')?.querySelector('kbd')).not.toBeNull()
  await user.click(screen.getByRole('checkbox', { name, hidden: true }))
  expect(at('introduction')?.innerHTML.trim()).toBe('<p>See this</p>one two')
  expect(at('steps')?.innerHTML.trim()).toBe('<ol><li>F</li></ol>')
  expect(screen.getByText(`${name}.`)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show everything' }))
  expect(at('steps')?.querySelector('kbd')).not.toBeNull()
  expect(screen.queryByText(`${name}.`)).toBeNull()
})

test('what may disappear is marked in the margin, and explained below the sheet', async () => {
  const { at } = await show({ ...partly, keeps: 'published' })
  const marked = ['introduction', 'steps'].flatMap((text) =>
    [...(at(text)?.querySelectorAll('[data-may-disappear]') ?? [])].map(
      ({ localName }) => localName,
    ),
  )
  expect(marked).toEqual(['a', 'div', 'div', 'ol', 'kbd'])
  expect(await screen.findByText(/may disappear: see Checks/)).toBeVisible()
})

test('texts that are sent without the rest are shown without it', async () => {
  const { at } = await show({ ...partly, keeps: 'basic', onlyKept: true })
  expect(at('introduction')?.querySelector('a')).not.toBeNull()
  expect(at('steps')?.innerHTML.trim()).toBe('<ol start="3"><li>F</li></ol>A cat')
  expect(screen.getByText('Only what Prolific probably keeps.')).toBeVisible()
  expect(screen.getAllByRole('checkbox', { hidden: true })).toHaveLength(3)
})

test.each(['safe', undefined] as const)(
  'with %s as the profile nothing is left out',
  async (keeps) => {
    const { at } = await show({ ...partly, keeps, onlyKept: true })
    expect(at('steps')?.querySelector('kbd')).not.toBeNull()
    expect(screen.getAllByRole('checkbox', { hidden: true })).toHaveLength(3)
  },
)

test('blocks are replaced one by one without the rest, and their words stay apart', async () => {
  const [one, two, three] = [{ html: '<h4>one</h4>' }, { html: 'two' }, { html: '<h4>three</h4>' }]
  const source = createLiveSource()
  source.publish([one, two, three])
  const { at, text } = await show({
    title: 't',
    introduction: source,
    steps: '',
    keeps: 'published',
    onlyKept: true,
  })
  const first = at('introduction')?.firstChild
  expect(text('introduction')?.trim()).toMatch(/^one +two +three$/)
  act(() => source.publish([one, { html: '<h5>2</h5>' }, three]))
  expect(text('introduction')?.trim()).toMatch(/^one +2 +three$/)
  expect(at('introduction')?.firstChild).toBe(first)
})
