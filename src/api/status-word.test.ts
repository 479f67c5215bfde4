// @vitest-environment node
import { expect, test } from 'vitest'
import { statusWord } from './status-word.ts'

test.each([
  ['UNINITIALISED', 0, 'Not set up yet', 'resting'],
  ['PROCESSING', null, 'Being set up', 'busy'],
  ['READY', 105, 'Ready', 'good'],
  ['READY', null, 'Ready', 'good'],
  ['READY', 0, 'Ready, but empty', 'caution'],
  ['ERROR', 0, 'Set-up failed', 'bad'],
  ['PAUSED_X', 0, 'Status: PAUSED_X', 'unknown'],
  ['', null, 'Status unknown', 'unknown'],
])('%s with %s tasks reads "%s"', (status, tasks, word, tone) => {
  expect(statusWord(status, tasks)).toEqual({ word, tone })
})
