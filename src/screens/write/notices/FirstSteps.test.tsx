import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { rememberCreated } from '#storage/visits.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'

const onView = vi.fn<() => void>()

function Page({ viewShown = false }: { viewShown?: boolean }) {
  const form = useForm<BatchDraft>({ defaultValues: blankTexts })
  return (
    <>
      <FirstSteps
        form={form}
        viewShown={viewShown}
        onExample={() => form.reset(exampleDraft('practice'))}
        onView={onView}
        otherwise={null}
      />
      <aside>
        <button type="button">Phone</button>
      </aside>
    </>
  )
}

const done = () => screen.queryAllByRole('img', { name: 'Done:' }).length
const path = () => screen.queryByRole('region', { name: 'Your first batch' })
const current = () =>
  screen.getAllByRole('listitem').find((step) => step.getAttribute('aria-current') === 'step')
    ?.textContent

test('the steps tick themselves as they happen', async () => {
  const user = userEvent.setup()
  render(<Page />)
  await user.hover(screen.getByRole('button', { name: 'Phone' }))
  expect(done()).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Start from an example' }))
  expect(done()).toBe(1)
  expect(current()).toMatch(/See it as participants do/)
  await user.hover(screen.getByRole('button', { name: 'Phone' }))
  expect(done()).toBe(2)
  expect(current()).toMatch(/Create a practice batch/)
})

test('the view can be asked for, and on a phone it is enough that it is shown', async () => {
  const user = userEvent.setup()
  const { rerender } = render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Start from an example' }))
  rerender(<Page viewShown />)
  expect(done()).toBe(2)
  rerender(<Page />)
  await user.click(screen.getByRole('button', { name: 'See it as participants do' }))
  expect(onView).toHaveBeenCalledOnce()
  expect(done()).toBe(2)
})

test('once hidden it does not come back', async () => {
  const user = userEvent.setup()
  const { unmount } = render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Hide these steps' }))
  expect(path()).toBeNull()
  unmount()
  render(<Page />)
  expect(path()).toBeNull()
})

test('hidden by mistake, it comes back with Undo, and stays', async () => {
  const user = userEvent.setup()
  const { unmount } = render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Hide these steps' }))
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(path()).toBeVisible()
  unmount()
  render(<Page />)
  expect(path()).toBeVisible()
})

test('nobody who created a batch is shown how', () => {
  rememberCreated()
  render(<Page />)
  expect(path()).toBeNull()
})

test('a browser that remembers nothing does not show it every time', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  render(<Page />)
  expect(path()).toBeNull()
  vi.restoreAllMocks()
})
