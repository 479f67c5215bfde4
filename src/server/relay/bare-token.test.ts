// @vitest-environment node
import { expect, test } from 'vitest'
import { bareToken } from './session-routes.ts'

const token = 'aB3_x-9.Zz~/+=0123456789'

test.each([
  token,
  `  ${token}\n`,
  `"${token}"`,
  `'${token}',`,
  `“${token}”`,
  `Token ${token}`,
  `token   ${token}`,
  `Bearer ${token}`,
  `"Token ${token}"`,
  `Authorization: Token ${token}`,
  `"Authorization": "Token ${token}"`,
  `-H 'Authorization: Token ${token}'`.slice(3),
  `PROLIFIC_TOKEN=${token}`,
  `export PROLIFIC_TOKEN="${token}";`,
  `\ufeff${token}\u200b`,
])('%j is the token in it', (pasted) => {
  expect(bareToken(pasted)).toBe(token)
})

test.each([
  '',
  '   ',
  '""',
  'Token ',
  'short',
  'two tokens-in-one',
  `${token}\r\nX: y`,
  'tökentöken',
  'x'.repeat(513),
])('%j is none', (pasted) => {
  expect(bareToken(pasted)).toBeUndefined()
})
