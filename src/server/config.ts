import * as z from 'zod/mini'
import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

const loopback = ['127.0.0.1', 'localhost', '::1']

function isSafeUpstream(text: string) {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, search, hash } = new URL(text)
  if (username || search || hash) return false
  return (
    protocol === 'https:' ||
    // A token may only cross a network encrypted; a rehearsal on this machine needs no certificate.
    (protocol === 'http:' && [...loopback, '[::1]'].includes(hostname))
  )
}

// The host that a URL of this address has: IPv6 goes in brackets there.
const isHost = (text: string) =>
  /^[a-z0-9.:-]+$/i.test(text) && URL.canParse(`http://${text.includes(':') ? `[${text}]` : text}`)

const wholeNumber = (least: number, most: number, error: string) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/, error)),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.number().check(z.minimum(least, error), z.maximum(most, error)),
    ),
  )

const portError = 'PORT must be a whole number from 0 to 65535, for example PORT=4174.'
const hoursError = 'TOKEN_IDLE_HOURS must be a whole number from 1 to 168.'
const writesError = 'WRITES_PER_MINUTE must be a whole number from 0 (no limit) to 10000.'
const secondsError = 'PRACTICE_SETUP_SECONDS must be a whole number from 0 to 3600.'

const Environment = z.object({
  PORT: z._default(wholeNumber(0, 65_535, portError), 4173),
  HOST: z._default(
    z
      .string()
      .check(
        z.refine(isHost, { error: 'HOST must be an address of this machine, such as 127.0.0.1.' }),
      ),
    '127.0.0.1',
  ),
  ACCESS_SECRET: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^[\x21-\x7e]{16,200}$/,
          'ACCESS_SECRET must be at least 16 letters, digits and symbols, without spaces.',
        ),
      ),
  ),
  DATA_DIR: z._default(z.string(), './data'),
  PROLIFIC_TOKEN: z.optional(
    z
      .string()
      .check(z.regex(/^[\x21-\x7e]+$/, 'PROLIFIC_TOKEN must be the token alone, without spaces.')),
  ),
  PROLIFIC_URL: z._default(
    z.string().check(
      z.refine(isSafeUpstream, {
        error:
          'PROLIFIC_URL must be an https:// address without a query (http:// only on this machine).',
      }),
    ),
    'https://api.prolific.com',
  ),
  ALLOWED_HOSTS: z._default(
    z
      .string()
      .check(
        z.regex(
          /^[a-z0-9.:[\]-]+(,[a-z0-9.:[\]-]+)*$/i,
          'ALLOWED_HOSTS must be host names with commas between them, for example batches.lab.example.',
        ),
      ),
    '',
  ),
  TOKEN_IDLE_HOURS: z._default(wholeNumber(1, 168, hoursError), 8),
  WRITES_PER_MINUTE: z._default(wholeNumber(0, 10_000, writesError), 60),
  PRACTICE_SETUP_SECONDS: z._default(wholeNumber(0, 3600, secondsError), 3),
  LOG: z._default(
    z.enum(['requests', 'none'], { error: 'LOG must be requests or none.' }),
    'requests',
  ),
})

/**
 * What the environment asks of the server. An empty variable counts as absent. Throws an Error whose
 * message is one sentence that names the variable; it never repeats a value, which may be a secret.
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.entries(environment).filter(([, value]) => value?.trim())
  const parsed = Environment.safeParse(
    Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])),
  )
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message)
  const env = parsed.data
  if (!loopback.includes(env.HOST) && env.ACCESS_SECRET === undefined) {
    throw new Error(
      'HOST must be 127.0.0.1, localhost or ::1 unless ACCESS_SECRET is set: whoever reaches this server can use it.',
    )
  }
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.DATA_DIR,
    accessSecret: env.ACCESS_SECRET,
    token: env.PROLIFIC_TOKEN,
    idleHours: env.TOKEN_IDLE_HOURS,
    prolificUrl: env.PROLIFIC_URL,
    allowedHosts: env.ALLOWED_HOSTS.toLowerCase().split(',').filter(Boolean),
    writesPerMinute: env.WRITES_PER_MINUTE,
    processingMs: env.PRACTICE_SETUP_SECONDS * 1000,
    logs: env.LOG === 'requests',
  }
}
export type Config = ReturnType<typeof readConfig>

/** Adds what `.env` in the working folder says to the environment, which wins where both speak. */
export function loadEnvironment() {
  if (existsSync('.env')) loadEnvFile('.env')
  return process.env
}
