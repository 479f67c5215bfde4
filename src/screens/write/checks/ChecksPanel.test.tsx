import { createTextChannels } from '#editor/text-channel.ts'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { exampleDraft } from '#screens/write/draft/example-draft.ts'
import { createTextAccess } from '#screens/write/draft/text-access.ts'
import { useLateDraft } from '#screens/write/SidePanel.tsx'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import '#test/render-at.tsx'
import { checkDraft } from './check-draft.ts'
import { ChecksPanel } from './ChecksPanel.tsx'

const onGoTo = vi.fn<(field: string) => void>()
const onCard = vi.fn<(at: unknown) => void>()
const onReveal = vi.fn<(field: string, position: TextPosition) => void>()

function Panel({ changes }: { changes: Partial<BatchDraft> }) {
  const form = useForm<BatchDraft>({
    defaultValues: { ...exampleDraft('practice'), ...changes },
  })
  const draft = useLateDraft(form)
  return (
    <>
      <ChecksPanel
        form={form}
        draft={draft}
        checks={checkDraft(draft)}
        texts={createTextAccess(form, createTextChannels(draft), (apply) => apply())}
        open
        onCard={onCard}
        onGoTo={onGoTo}
        onReveal={onReveal}
      />
      <p aria-label="Steps">{draft.steps}</p>
    </>
  )
}

const show = (changes: Partial<BatchDraft>) => {
  render(<Panel changes={changes} />)
  return userEvent.setup()
}
const steps = () => screen.getByLabelText('Steps').textContent
const group = (name: RegExp) => {
  const heading = screen.getByRole('heading', { name })
  const section = heading.closest('section')
  if (!section) throw new Error(`There is no group around ${String(name)}.`)
  return within(section)
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('a text without a fault gets a line, and no group', () => {
  show({})
  expect(screen.getByText(/^Nothing to fix\. \d+ words, about 1 minute to read\./)).toBeVisible()
  expect(screen.queryByRole('heading')).toBeNull()
})

test('each row says what and where, and leads there', async () => {
  const user = show({ taskTitle: '', steps: '<p>See <a href="https://x.y/z">the guide</a></p>' })
  expect(group(/^Must fix \(1\)/).getByText(/^Write a task title/)).toBeVisible()
  await user.click(button('Go to Task title'))
  expect(onGoTo).toHaveBeenCalledWith('taskTitle')
  const disappearing = group(/^May disappear in Prolific \(1\)/)
  expect(disappearing.getByText('Link')).toBeVisible()
  await user.click(disappearing.getByRole('button', { name: 'Steps: “the guide”' }))
  expect(onReveal).toHaveBeenCalledWith('steps', { selector: 'a', nth: 0, quote: 'the guide' })
})

test('one part is replaced, says so, and is taken back', async () => {
  const before = '<h3>First</h3><p>a<br>b</p>'
  const user = show({ steps: before })
  await user.click(button('Make it a subtitle'))
  expect(steps()).toBe('<h2>First</h2><p>a<br>b</p>')
  expect(screen.getByRole('status')).toHaveFocus()
  await user.click(button('Undo'))
  expect(steps()).toBe(before)
})

test('all parts are replaced at once', async () => {
  const user = show({ steps: '<h3>First</h3><p style="color:red">a<br>b</p>' })
  await user.click(button('Replace all with safe formatting'))
  expect(steps()).toBe('<h2>First</h2><p>a</p><p>b</p>')
  expect(screen.queryByRole('heading', { name: /May disappear/ })).toBeNull()
})

test('what Prolific keeps can be chosen, and only that can be sent', async () => {
  const user = show({ steps: '<h3>First</h3><table></table>' })
  expect(screen.getByRole('heading', { name: /May disappear in Prolific \(2\)/ })).toBeVisible()
  const keeps = screen.getByRole('combobox', { name: 'What Prolific keeps' })
  expect(keeps).toHaveAccessibleDescription(/study descriptions.*2026-11-23/)
  await user.selectOptions(keeps, 'Probably works')
  expect(keeps).toHaveAccessibleDescription(/our own judgment/)
  expect(screen.getByRole('heading', { name: /May disappear in Prolific \(1\)/ })).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: /Send only what is kept/ }))
  expect(
    screen.getByText('These parts are left out when you send. Their words are kept.'),
  ).toBeVisible()
})

test('the box does not spring back while the rest of the panel is still to come', () => {
  show({})
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /Send only what is kept/ })
  // As a browser does it: nothing waits for what is rendered later.
  box.click()
  expect(box).toBeChecked()
})

test('what is worth a look is mended where a press can do it', async () => {
  const user = show({ steps: '<p>1. Read<br>2. Choose {{one}}</p>' })
  expect(group(/^Worth a look \(2\)/).getByText('Placeholder not filled in')).toBeVisible()
  await user.click(button('Make it a list'))
  expect(steps()).toBe('<ol><li>Read</li><li>Choose {{one}}</li></ol>')
})

test('a long list of one kind folds, with its count', async () => {
  const user = show({ steps: '<h3>a</h3>'.repeat(60) + '<table></table>' })
  const disappearing = group(/^May disappear in Prolific \(61\)/)
  expect(disappearing.getAllByText('Small heading')).toHaveLength(3)
  expect(disappearing.getByText('Table')).toBeVisible()
  await user.click(button('Show 50 more of 60: Small heading'))
  expect(disappearing.getAllByText('Small heading')).toHaveLength(53)
  await user.click(button('Show 7 more of 60: Small heading'))
  expect(disappearing.getAllByText('Small heading')).toHaveLength(60)
})

test('says how hard an English text is to read', async () => {
  show({ introduction: '<p>Read the text. Then pick the word that fits it best.</p>'.repeat(6) })
  expect(await screen.findByText(/Easy to read \(about grade \d+\)\./)).toBeVisible()
})

test('what is said of a question leads to its card', async () => {
  const asks = { type: 'free_text', description: 'Who? And why?' }
  const page = { rows: [{ columns: [{ items: [{ type: 'dataset_field', field: 'x' }, asks] }] }] }
  const user = show({ questions: JSON.stringify([page]) })
  expect(screen.getByText(/About \d+ \w+ for each item \(estimate\)/)).toBeVisible()
  await user.click(button('Go to the question'))
  expect(onCard).toHaveBeenCalledWith({ page: 0, row: 0, column: 0, item: 1 })
})
