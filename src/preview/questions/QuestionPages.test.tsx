import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ItemRows } from '#contract/dataset.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import { ParticipantView } from '#preview/ParticipantView.tsx'

// The parts come as modules of their own, and test machines are busy.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 40_000 })

beforeEach(() => sessionStorage.clear())

const texts = { title: 't', introduction: '', steps: '' }
const pageOf = (...items: unknown[]) => ({ rows: [{ columns: [{ items }] }] })
const field = { type: 'dataset_field', field: 'review' }
const why = { type: 'free_text', description: 'Why?' }
const intro = { ...pageOf({ type: 'rich_text', content: 'Hello' }), display_position: 'intro' }

/** Three rows that come one at a time. */
const rows: ItemRows = {
  about: () =>
    Promise.resolve({
      columns: [{ key: 'review', label: 'Review', type: 'text', first: null }],
      total: 3,
    }),
  row: (index) => Promise.resolve({ review: `Review ${index + 1}` }),
}

/** The view, with the page that a browser would have loaded into its frame. */
async function show(props: { questions: unknown; rows?: ItemRows | null }) {
  const shown = render(<ParticipantView {...texts} {...props} />)
  const frame = await screen.findByTitle('Participant view')
  const page = document.implementation.createHTMLDocument()
  const main = page.createElement('main')
  for (const id of ['title', 'introduction', 'steps', 'questions']) {
    main.append(Object.assign(page.createElement('div'), { id }))
  }
  page.body.append(main)
  Object.defineProperty(frame, 'contentDocument', { get: () => page })
  fireEvent.load(frame)
  const root = page.getElementById('questions')
  return {
    ...shown,
    page,
    sections: () => [...(root?.children ?? [])],
    words: () => root?.textContent ?? '',
    has: (words: string | RegExp) =>
      waitFor(() => expect(root?.textContent).toMatch(words), { timeout: 20_000 }),
  }
}

test('each item is shown with its questions, and paging keeps the pages that stay the same', async () => {
  const user = userEvent.setup()
  const { has, sections, words } = await show({ questions: [pageOf(field, why), intro], rows })
  await has('Review 1')
  expect(words()).toMatch(/Before the itemsHello.*Item 1 of 3.*Why\?/)
  const before = sections()
  await user.click(screen.getByRole('button', { name: 'Next item' }))
  await has('Review 2')
  expect(screen.getByText('Item 2 of 3')).toBeVisible()
  expect(sections()[0]).toBe(before[0])
  expect(sections()[1]).not.toBe(before[1])
  await user.click(screen.getByRole('button', { name: 'Next item' }))
  await has('Review 3')
  const next = screen.getByRole('button', { name: 'Next item' })
  expect(next).toHaveAttribute('aria-disabled', 'true')
  await user.click(next)
  expect(screen.getByText('Item 3 of 3')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Previous item' }))
  await has('Review 2')
})

test('without rows the columns are shown by name, and that is said', async () => {
  const { has } = await show({ questions: [pageOf(field)] })
  await has('Column review')
  expect(screen.getByText('Your data’s columns are shown by name.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Next item' })).toBeNull()
})

test('rows that cannot be had do no harm, and none are asked for that no question shows', async () => {
  const about = vi.fn<ItemRows['about']>(() => Promise.reject(new Error('no connection')))
  const broken = { ...rows, about }
  const { has, unmount } = await show({ questions: [pageOf(why)], rows: broken })
  await has('Why?')
  expect(about).not.toHaveBeenCalled()
  unmount()
  const withData = await show({ questions: [pageOf(field)], rows: broken })
  await withData.has('Column review')
  expect(about).toHaveBeenCalledOnce()
})

test('questions are followed while they are written, and the last readable ones stay', async () => {
  const written = createLiveText(JSON.stringify([intro, pageOf(why)]))
  const { has, sections, words } = await show({ questions: written })
  await has('Why?')
  const [first] = sections()
  act(() => written.set(JSON.stringify([intro, pageOf({ ...why, description: 'How?' })])))
  await has('How?')
  expect(sections()[0]).toBe(first)
  act(() => written.set('[{ "rows": '))
  expect(
    await screen.findByText(
      'The questions cannot be read right now; this is the last readable version.',
    ),
  ).toBeVisible()
  expect(words()).toContain('How?')
  act(() => written.set(''))
  await waitFor(() => expect(sections()).toEqual([]))
  expect(screen.queryByText(/cannot be read right now/)).toBeNull()
})

test('answers can be tried within the rules of their question', async () => {
  const options = ['a', 'b', 'c'].map((label) => ({ label, value: label }))
  const none = { label: 'None', value: 'n', exclusive: true }
  const choice = { type: 'multiple_choice', description: 'Which?', answer_limit: 2 }
  const limited = { ...why, validation: { type: 'string', max: 20 } }
  const { has, page } = await show({
    questions: [pageOf({ ...choice, options: [...options, none] }, limited)],
  })
  await has('Which?')
  const [a, b, c, alone] = page.querySelectorAll<HTMLInputElement>('input')
  const press = (box: HTMLInputElement | undefined) => box?.click()
  press(a)
  press(b)
  expect(c?.disabled).toBe(true)
  press(alone)
  expect([a, b, c, alone].map((box) => box?.checked)).toEqual([false, false, false, true])
  expect(c?.disabled).toBe(false)
  press(c)
  expect([c?.checked, alone?.checked]).toEqual([true, false])

  const area = page.querySelector('textarea')
  if (area) area.value = 'Because'
  area?.dispatchEvent(new Event('input', { bubbles: true }))
  expect(page.querySelector('[data-part="typed"]')?.textContent).toBe('7')
})

test.each([{ a: 1 }, 7, 'x', [], [[[]]], null, undefined])(
  'questions that are %j do not break the view',
  async (questions) => {
    const { unmount, page } = await show({ questions })
    expect(page.getElementById('title')?.textContent).toBe('t')
    unmount()
  },
)
