// @vitest-environment node
import { expect, test } from 'vitest'
import { neverLeft } from './upstream.ts'

const error = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })
const connecting = { syscall: 'connect' }

test.each([
  ['a port where nobody listens', error('ECONNREFUSED', connecting)],
  ['a name that nobody has', error('ENOTFOUND', { syscall: 'getaddrinfo' })],
  ['no way to the address', error('EHOSTUNREACH', connecting)],
  [
    'no way to any of the addresses',
    Object.assign(new AggregateError([error('ENETUNREACH', connecting)]), { code: 'ENETUNREACH' }),
  ],
  ['a certificate that is out of date', error('CERT_HAS_EXPIRED')],
  ['a certificate of nobody', error('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['a certificate of somebody else', error('ERR_TLS_CERT_ALTNAME_INVALID')],
])('%s: nothing left', (_, cause) => {
  expect(neverLeft(cause)).toBe(true)
})

test.each([
  ['a way that broke off while a connection was used', error('EHOSTUNREACH', { syscall: 'read' })],
  ['the same with nothing said', error('ENETUNREACH')],
  ['a connection that was reset', error('ECONNRESET', { syscall: 'read' })],
  ['encryption that broke off', error('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')],
  ['encryption that was ended', error('ERR_TLS_SESSION_ATTACK')],
  ['something without a name', new Error('x')],
  ['no error', 'x'],
])('%s: nobody knows', (_, cause) => {
  expect(neverLeft(cause)).toBe(false)
})
