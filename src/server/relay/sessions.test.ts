// @vitest-environment node
import { expect, onTestFinished, test, vi } from 'vitest'
import { redact } from '#server/http/log.ts'
import { createSessions } from './sessions.ts'

const HOUR = 3_600_000

function open(options: { most?: number } = {}) {
  let clock = 0
  const sessions = createSessions({ idleMs: 8 * HOUR, now: () => clock, ...options })
  onTestFinished(sessions.closeAll)
  return { sessions, pass: (ms: number) => (clock += ms) }
}

test('a token is found under its own id and no other, and never twice under the same', () => {
  const { sessions } = open()
  const ada = sessions.open('token-of-ada')
  const bob = sessions.open('token-of-bob')
  expect(sessions.find(ada)).toBe('token-of-ada')
  expect(sessions.find(bob)).toBe('token-of-bob')
  expect(ada).toMatch(/^[\w-]{43}$/)
  expect(sessions.open('token-of-ada')).not.toBe(ada)
  for (const id of [undefined, '', 'made-up', `${ada}x`]) expect(sessions.find(id)).toBeUndefined()
})

test('a token is forgotten after its hours without use, which each use starts anew', () => {
  const { sessions, pass } = open()
  const id = sessions.open('token-of-ada')
  pass(8 * HOUR - 1)
  expect(sessions.find(id)).toBe('token-of-ada')
  pass(8 * HOUR - 1)
  expect(sessions.find(id)).toBe('token-of-ada')
  pass(8 * HOUR)
  expect(sessions.find(id)).toBeUndefined()
})

test('an idle token leaves the memory without anybody asking for it', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const sessions = createSessions({ idleMs: 8 * HOUR })
  onTestFinished(sessions.closeAll)
  sessions.open('token-of-ada')
  vi.advanceTimersByTime(8 * HOUR - 60_000)
  expect(redact('token-of-ada')).toBe('[redacted]')
  vi.advanceTimersByTime(2 * 60_000)
  expect(redact('token-of-ada')).toBe('token-of-ada')
})

test('where there are too many, the one that is idle for longest makes room', () => {
  const { sessions, pass } = open({ most: 2 })
  const first = sessions.open('token-one')
  pass(1)
  const second = sessions.open('token-two')
  pass(1)
  sessions.find(first)
  sessions.open('token-three')
  expect(sessions.find(second)).toBeUndefined()
  expect(sessions.find(first)).toBe('token-one')
})

test('a token is kept out of the log for as long as somebody uses it', () => {
  const { sessions } = open()
  const ids = [sessions.open('shared-token'), sessions.open('shared-token')]
  sessions.close(ids[0] ?? '')
  sessions.close(ids[0] ?? '')
  expect(redact('shared-token')).toBe('[redacted]')
  sessions.close(ids[1] ?? '')
  expect(redact('shared-token')).toBe('shared-token')
})
