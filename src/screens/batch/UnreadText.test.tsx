import { configure, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import type * as Sanitize from '#html/safety/sanitize.ts'
import type * as SameDom from '#html/compare/same-dom.ts'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { BatchPage } from './BatchPage.tsx'

const { refuse } = vi.hoisted(() => ({
  refuse: (html: string) => {
    if (html.includes('Unreadable')) throw new TypeError('Not a function.')
  },
}))

vi.mock('#html/safety/sanitize.ts', async (original) => {
  const real = await original<typeof Sanitize>()
  const cleanFragment: typeof real.cleanFragment = (html) => {
    refuse(html)
    return real.cleanFragment(html)
  }
  const outgoingHtml: typeof real.outgoingHtml = (html) => {
    refuse(html)
    return real.outgoingHtml(html)
  }
  return { ...real, cleanFragment, outgoingHtml }
})
vi.mock('#html/compare/same-dom.ts', async (original) => {
  const real = await original<typeof SameDom>()
  const sameDom: typeof real.sameDom = (one, other) => {
    refuse(one + other)
    return real.sameDom(one, other)
  }
  return { ...real, sameDom }
})

// The editors are large modules, and test machines are busy.
vi.setConfig({ testTimeout: 120_000 })
configure({ asyncUtilTimeout: 20_000 })

test('a batch whose text cannot be read is shown, compared and edited, and that text is not sent', async () => {
  // What jsdom has not got: CodeMirror asks for it when it takes the focus.
  document.execCommand = () => true
  const server = serve()
  const texts = { ...documentedExample.task_details, task_introduction: '<p>Unreadable</p>' }
  const { id } = await server.create({ name: 'Pilot', task_details: texts })
  rememberSent('practice', id, { ...texts, task_introduction: '<p>Unreadable, and more</p>' })
  renderAt(`/practice/batches/${id}`, <BatchPage backend={practice} id={id} prolific={prolific} />)
  expect(await screen.findByText(/Part of these texts cannot be read/)).toBeVisible()

  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Edit text' }))
  const title = await screen.findByRole('textbox', { name: 'Task title' })
  expect(await screen.findByText(/^The visual editor cannot show this text/)).toBeVisible()
  await user.type(title, ' again')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(
    await screen.findByText('Part of this text cannot be read, so it is not sent.'),
  ).toBeVisible()
  expect(server.calls.filter((call) => call.startsWith('PATCH'))).toEqual([])
})
