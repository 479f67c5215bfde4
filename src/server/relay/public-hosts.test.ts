// @vitest-environment node
import { expect, test } from 'vitest'
import { isPublicName, lookupPublic } from './public-hosts.ts'

test.each(['52.216.1.1', '8.8.8.8', '[2606:4700::1]', 'bucket.s3.eu-west-2.amazonaws.com'])(
  'a file may go to %s',
  (host) => expect(isPublicName(host)).toBe(true),
)

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '[::1]',
  '[::ffff:7f00:1]',
  '[::ffff:808:808]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[fd00::1]',
  '[fe80::1]',
  '[fec0::1]',
  'localhost',
  'localhost.',
  'metadata.google.internal',
])('no file may go to %s', (host) => expect(isPublicName(host)).toBe(false))

test.each([true, false])('a name is checked again as it is looked up (all: %s)', async (all) => {
  const code = await new Promise((done) =>
    lookupPublic('localhost', { all }, (error) => done(error?.code)),
  )
  expect(code).toBe('ENOTFOUND')
})
