// @vitest-environment node
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nothing has to be set', () => {
  expect(readConfig({ PORT: '', HOME: '/root' })).toEqual({
    port: 4173,
    host: '127.0.0.1',
    dataFolder: './data',
    accessSecret: undefined,
    token: undefined,
    idleHours: 8,
    prolificUrl: 'https://api.prolific.com',
    allowedHosts: [],
    writesPerMinute: 60,
    processingMs: 3000,
    logs: true,
  })
})

test('what is set is taken, without white space around it', () => {
  const config = readConfig({
    PORT: ' 0 ',
    HOST: '::1',
    DATA_DIR: '/tmp/x',
    ACCESS_SECRET: 'sixteen-letters!',
    PROLIFIC_TOKEN: ' secret-1\n',
    TOKEN_IDLE_HOURS: '12',
    PROLIFIC_URL: 'http://127.0.0.1:8000/lab',
    ALLOWED_HOSTS: 'Batches.Lab.example,other:8443',
    WRITES_PER_MINUTE: '0',
    PRACTICE_SETUP_SECONDS: '0',
    LOG: 'none',
  })
  expect(config).toEqual({
    port: 0,
    host: '::1',
    dataFolder: '/tmp/x',
    accessSecret: 'sixteen-letters!',
    token: 'secret-1',
    idleHours: 12,
    prolificUrl: 'http://127.0.0.1:8000/lab',
    allowedHosts: ['batches.lab.example', 'other:8443'],
    writesPerMinute: 0,
    processingMs: 0,
    logs: false,
  })
})

test.each([
  ['HOST', '0.0.0.0'],
  ['HOST', '192.168.0.7'],
  ['HOST', 'fe80::1'],
  ['HOST', 'http://127.0.0.1'],
  ['ACCESS_SECRET', 'fifteen-letters'],
  ['ACCESS_SECRET', 'sixteen letters and spaces'],
  ['TOKEN_IDLE_HOURS', '0'],
  ['TOKEN_IDLE_HOURS', '169'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PROLIFIC_TOKEN', 'secret token'],
  ['PROLIFIC_TOKEN', 'secret\r\nx: y'],
  ['PROLIFIC_URL', 'http://api.prolific.com'],
  ['PROLIFIC_URL', 'https://user:secret@api.prolific.com'],
  ['PROLIFIC_URL', 'https://api.prolific.com/?x=1'],
  ['PROLIFIC_URL', 'ftp://127.0.0.1'],
  ['PROLIFIC_URL', 'api.prolific.com'],
  ['ALLOWED_HOSTS', 'https://batches.lab.example'],
  ['ALLOWED_HOSTS', '*'],
  ['WRITES_PER_MINUTE', '10001'],
  ['PRACTICE_SETUP_SECONDS', '-1'],
  ['LOG', 'everything'],
])('%s=%j is refused in a sentence that names it and does not repeat it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`))
  expect(() => readConfig({ [name]: value })).not.toThrow(value)
})

test.each(['0.0.0.0', '::', '192.168.0.7', 'batches.lab.example'])(
  'HOST=%s is taken together with an access secret',
  (HOST) => {
    expect(readConfig({ HOST, ACCESS_SECRET: 'sixteen-letters!' }).host).toBe(HOST)
  },
)
