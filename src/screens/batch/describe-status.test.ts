// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { describeStatus, type StatusSeen } from './describe-status.ts'

const facts = { hasDataset: true, hasQuestions: true, items: 100 }
const practice = { place: 'practice', name: 'Practice' } as const
const prolific = { place: 'prolific', name: 'Prolific' } as const
const noon = Date.parse('2026-11-24T12:00:00Z')

const seen = (status: string, changes: Partial<StatusSeen> = {}): StatusSeen => ({
  status,
  tasks: null,
  groups: null,
  since: noon,
  checkedAt: noon,
  ...changes,
})

describe('a batch that is not set up', () => {
  const about = (changes: Partial<typeof facts>) =>
    describeStatus(seen('UNINITIALISED'), { ...facts, ...changes }, prolific)

  test.each([
    [
      { hasDataset: false, hasQuestions: false },
      'Attach a dataset, add questions, then set it up.',
    ],
    [{ hasDataset: false }, 'Choose a dataset and set it up.'],
    [{ hasQuestions: false }, 'Add questions, then set it up.'],
    [{}, 'Set it up when the text is final.'],
  ])('with %o is told what is missing', (changes, words) => {
    expect(about(changes).sentence).toBe(
      `The batch is saved and waits for you. It does not change by itself. ${words}`,
    )
  })

  test('can be set up only when it has questions', () => {
    expect(about({}).next).toBe('set-up')
    expect(about({ hasQuestions: false }).next).toBe('add-questions')
  })
})

describe('a batch that is being set up', () => {
  test('can be left alone, and practice says how that differs', () => {
    const sentence = 'is making tasks from your 100 items. You can close this page.'
    expect(describeStatus(seen('PROCESSING'), facts, prolific).sentence).toBe(
      `Prolific ${sentence}`,
    )
    expect(describeStatus(seen('PROCESSING'), facts, practice).sentence).toBe(
      `Practice ${sentence} Practice takes seconds; Prolific may take minutes.`,
    )
  })

  test('is offered a look on demand after ten minutes', () => {
    const after = (minutes: number) =>
      describeStatus(seen('PROCESSING', { checkedAt: noon + minutes * 60_000 }), facts, prolific)
    expect(after(9.9).overdue).toBe(false)
    expect(after(12)).toMatchObject({ overdue: true, ended: false, next: 'wait' })
    expect(after(12).sentence).toMatch(
      /^Still working after 12 minutes\. Larger datasets take longer\. Last checked .+\.$/,
    )
  })
})

describe('a batch that is ready', () => {
  test('leads to a study', () => {
    const story = describeStatus(seen('READY', { tasks: 100, groups: 10 }), facts, prolific)
    expect(story).toMatchObject({ word: 'Ready', tone: 'good', next: 'make-study', ended: true })
    expect(story.sentence).toBe(
      '100 items in 10 groups. Nobody has been invited and nothing has been charged. Look at the task, then make a study with this batch in Prolific.',
    )
  })

  test('says nothing of counts that are not known', () => {
    expect(describeStatus(seen('READY'), facts, prolific).sentence).toMatch(/^Nobody has been/)
  })

  test('with nothing in it is a warning', () => {
    const story = describeStatus(seen('READY', { tasks: 0, groups: 0 }), facts, prolific)
    expect(story).toMatchObject({ word: 'Ready, but empty', tone: 'caution', next: 'start-again' })
    expect(story.sentence).toBe(
      'There are no tasks in it. Check that the batch has questions and the dataset has items.',
    )
  })
})

test('a set-up that failed leads to a new batch', () => {
  const story = describeStatus(seen('ERROR'), facts, prolific)
  expect(story).toMatchObject({ word: 'Set-up failed', tone: 'bad', next: 'start-again' })
  expect(story.sentence).toMatch(/^The API gives no reason\. Check the dataset file first/)
})

test('a word that this version does not know is shown and followed', () => {
  expect(describeStatus(seen('PAUSED_X'), facts, prolific)).toMatchObject({
    word: 'Status: PAUSED_X',
    tone: 'unknown',
    sentence:
      'This version does not know this status. It is checked again for half an hour, and whenever you ask.',
    ended: false,
  })
})
