import { fileURLToPath } from 'node:url'
import { requireAccess } from '#server/http/access.ts'
import { createApp } from './app.ts'
import { openBackends } from './backends.ts'
import { readConfig, loadEnvironment } from './config.ts'
import { DatabaseInUse, DatabaseUnusable } from '#server/database/database-errors.ts'
import { hostsOf } from '#server/http/guard.ts'
import { createHttpServer, listen, portOf, shutDown } from '#server/http/http-server.ts'
import { redact } from '#server/http/log.ts'
import { ownAddresses } from '#server/http/own-addresses.ts'
import { announcedServer, announceServer, withdrawServer } from './running-server.ts'
import { readStaticFiles } from '#server/static/static-files.ts'

function stop(code: number, sentence: string): never {
  if (code === 0) console.info(sentence)
  else console.error(redact(sentence))
  process.exit(code)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function configure() {
  try {
    return readConfig(loadEnvironment())
  } catch (error) {
    return stop(1, messageOf(error))
  }
}

function open(config: ReturnType<typeof configure>) {
  try {
    return openBackends(config)
  } catch (error) {
    if (error instanceof DatabaseUnusable) return stop(1, error.message)
    if (!(error instanceof DatabaseInUse)) {
      return stop(1, `The data folder ${config.dataFolder} cannot be used: ${messageOf(error)}`)
    }
    const address = announcedServer(config.dataFolder)?.address
    return stop(
      0,
      address
        ? `Batch Composer is already running: ${address}`
        : 'Another Batch Composer is starting on this data folder right now.',
    )
  }
}

const config = configure()
const backends = open(config)
const addresses = ownAddresses(config.host)
const app = createApp({
  knowsHost: hostsOf(() => portOf(server), config.allowedHosts, addresses),
  practice: backends.practice,
  prolific: backends.prolific,
  access: config.accessSecret === undefined ? undefined : requireAccess(config.accessSecret),
  journal: backends.journal,
  recordTrouble: backends.recordTrouble,
  writesPerMinute: config.writesPerMinute,
  files: readStaticFiles(fileURLToPath(new URL('../client', import.meta.url))),
  logs: config.logs,
})
const server = createHttpServer(app)

/** Leaves a note for a second start. This one runs without it as well, on a full disk for example. */
function announce(address: string) {
  try {
    announceServer(config.dataFolder, address)
  } catch (error) {
    console.error(`Could not write the file with this server’s address: ${messageOf(error)}`)
  }
}

async function start() {
  await listen(server, config.port, config.host)
  const address = `http://${addresses[0] ?? config.host}:${portOf(server)}`
  announce(address)
  console.info(`Batch Composer: ${address}`)
  for (const notice of backends.notices) console.error(notice)
  if (config.accessSecret !== undefined) {
    // The only line that ever holds the secret: whoever started the server is to pass it on.
    const link = `${address}/?access=${encodeURIComponent(config.accessSecret)}`
    console.info(`Open this link once in each browser: ${link}`)
  }
  console.info(
    backends.prolific.hasToken
      ? `Practice and Prolific (${config.prolificUrl}) are active.`
      : 'Practice is active. Connect to Prolific in the page, or set PROLIFIC_TOKEN.',
  )
}

let ending = false
async function end() {
  if (ending) return
  ending = true
  await shutDown(server)
  withdrawServer(config.dataFolder)
  await backends.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())

start().catch(async (error: unknown) => {
  await backends.close()
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  stop(
    1,
    inUse
      ? `Port ${config.port} is in use. Choose another with PORT, for example PORT=${config.port + 1} npm start.`
      : messageOf(error),
  )
})
