import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Batch } from '#contract/answers.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { taskOfBatch, taskOfDraft } from './shared-task.ts'
import { Manifest, manifestOf } from './manifest.ts'

const madeAt = new Date('2026-11-24T10:00:00.000Z')
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const details = (task_name: string, task_introduction: string, task_steps: string) => ({
  task_name,
  task_introduction,
  task_steps,
})

test('every hash is that of the bytes of its text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 })
  fc.assert(
    fc.property(text, text, text, (...texts) => {
      const task_details = details(...texts)
      const task = taskOfBatch('practice', Batch.parse({ id: 'b', task_details }), null)
      const manifest = Manifest.parse(JSON.parse(JSON.stringify(manifestOf(task, madeAt, '1'))))
      for (const name of ['task_name', 'task_introduction', 'task_steps'] as const) {
        const { content, sha256: hash, bytes } = manifest.texts[name]
        expect(content).toBe(task_details[name].toWellFormed())
        expect(hash).toBe(sha256(content))
        expect(bytes).toBe(Buffer.byteLength(content))
      }
    }),
  )
})

test('a draft is recorded as it would be sent, with its ids, times and profile', () => {
  const texts = {
    ...blankTexts,
    taskTitle: 'Rate',
    steps: '<P>a<br/>b',
    introduction: '<p>x<script>alert(1)</script></p>',
    batchName: 'Pilot',
    workspaceId: ' w1 ',
    keeps: 'basic' as const,
  }
  const task = taskOfDraft({ place: 'prolific', id: 'd1', changedAt: madeAt.getTime(), texts })
  expect(manifestOf(task, madeAt, '0.3.0')).toMatchObject({
    made_at: '2026-11-24T10:00:00.000Z',
    made_with: { name: 'Batch Composer', version: '0.3.0' },
    place: 'prolific',
    source: 'draft',
    draft_id: 'd1',
    batch_id: null,
    workspace_id: 'w1',
    dataset_ids: [],
    auto_sync_enabled: false,
    draft_changed_at: '2026-11-24T10:00:00.000Z',
    texts: { task_introduction: { content: '<p>x</p>' }, task_steps: { content: '<P>a<br/>b' } },
    html_profile: { id: 'basic', read_on: '2026-11-24', only_kept: false, may_disappear: [] },
    sent: null,
  })
})

test('a batch says whether it is stored as it was sent', () => {
  const batch = (task_steps: string) =>
    Batch.parse({ id: 'b1', status: 'READY', task_details: details('t', 'i', task_steps) })
  const sent = {
    place: 'practice',
    id: 'b1',
    sentAt: 0,
    texts: details('t', 'i', '<p>s</p>'),
  } as const
  const recordOf = (stored: string) =>
    manifestOf(taskOfBatch('practice', batch(stored), sent), madeAt, '1')

  expect(recordOf('<p>s</p>').sent).toEqual({
    sent_at: '1970-01-01T00:00:00.000Z',
    sha256: details(sha256('t'), sha256('i'), sha256('<p>s</p>')),
    stored_as_sent: true,
  })
  expect(recordOf('<table><tr><td>q</table>').html_profile.may_disappear).toContainEqual({
    text: 'task_steps',
    what: 'Table',
    words: 'q',
  })
  expect(recordOf('s').sent?.stored_as_sent).toBe(false)
  expect(recordOf('s')).toMatchObject({ batch_id: 'b1', draft_id: null, status: 'READY' })
})
