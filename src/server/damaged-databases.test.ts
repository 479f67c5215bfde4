// @vitest-environment node
import {
  chmod,
  cp,
  mkdtemp,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppConfig } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'
import { BatchList } from '#contract/answers.ts'
import { addressOf } from '#contract/routes.ts'
import { buildServer, newDataFolder, runNode, startServer } from '#server/testing/built-server.ts'

let built: Awaited<ReturnType<typeof buildServer>>
let used: Promise<string> | undefined
beforeAll(async () => {
  built = await buildServer()
}, 120_000)
afterAll(async () => {
  await built.remove()
  if (used) await rm(await used, { recursive: true, force: true })
})

const LONG = 180_000
const preload = { NODE_OPTIONS: `--import=${new URL('./testing/full-disk.mjs', import.meta.url)}` }

type Server = Awaited<ReturnType<typeof startServer>>

const asPage = ({ address }: Server) => ({
  origin: address,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'x-app-request': '1',
  'idempotency-key': crypto.randomUUID(),
})
const asProgram = () => ({ authorization: 'Token x', 'content-type': 'application/json' })

async function create(
  { address }: Server,
  headers: Record<string, string>,
  place = 'practice',
  more = {},
) {
  return fetch(`${address}/${place}/api${addressOf('createBatch')}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...documentedExample, ...more }),
  })
}

async function count({ address }: Server) {
  const path = `/practice/api${addressOf('listBatches', { workspace_id: documentedExample.workspace_id })}`
  const answer = await fetch(address + path, { headers: asProgram() })
  return BatchList.parse(await answer.json()).results.length
}

async function noticesOf({ address }: Server) {
  const config = AppConfig.parse(await (await fetch(`${address}/config.json`)).json())
  return Object.fromEntries(
    config.backends.map(({ place: environment, notices }) => [environment, notices]),
  )
}

async function stop({ child, closed }: Server, signal: NodeJS.Signals = 'SIGTERM') {
  child.kill(signal)
  return (await closed).said
}

/** A data folder in which a page and a program have created a batch each. */
async function makeUsedFolder(folder: string, signal?: NodeJS.Signals) {
  const server = await startServer(built.main, { DATA_DIR: folder })
  expect((await create(server, asPage(server))).status).toBe(201)
  expect((await create(server, asProgram())).status).toBe(201)
  await stop(server, signal)
  return folder
}

/** A copy of such a folder; the first test that asks for one has it made. */
async function usedFolder() {
  const folder = await newDataFolder()
  used ??= makeUsedFolder(await mkdtemp(join(tmpdir(), 'batch-composer-used-')))
  await cp(await used, folder, { recursive: true })
  return folder
}

/** Every byte of the folder. */
async function bytesOf(folder: string) {
  const names = (await readdir(folder)).filter((name) => name !== 'server.json').toSorted()
  const bytes = names.map(async (name) => {
    const isFile = (await stat(join(folder, name))).isFile()
    return [name, isFile ? (await readFile(join(folder, name))).toString('base64') : ''] as const
  })
  return Object.fromEntries(await Promise.all(bytes))
}

function change(path: string, sql: string) {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

async function overwrite(path: string, from: number, bytes: number) {
  const content = await readFile(path)
  content.fill(0xa5, from, from + bytes)
  await writeFile(path, content)
}

const damages: Record<string, [damage: (path: string) => Promise<unknown>, fault: string]> = {
  'a file of another program': [
    async (path) => writeFile(path, 'Dear diary. '.repeat(500)),
    'is not a database',
  ],
  'a file with a damaged beginning': [async (path) => overwrite(path, 0, 16), 'is not a database'],
  'a file with damaged pages': [async (path) => overwrite(path, 4096, 6000), 'is damaged'],
  'a file that is cut off': [async (path) => truncate(path, 6000), 'is cut off: 6000 of'],
  'a file that is cut off in its first page': [
    async (path) => truncate(path, 50),
    'is cut off: 50 of',
  ],
  'a database of another program': [
    async (path) => {
      await rm(path)
      change(path, 'CREATE TABLE bookmarks (title TEXT)')
    },
    'belongs to another program',
  ],
  'a database with tables of another program': [
    async (path) => {
      await rm(path)
      change(path, 'CREATE TABLE batches (x); CREATE TABLE requests (x); PRAGMA user_version = 1')
    },
    'belongs to another program',
  ],
  'a database of a newer version': [
    async (path) => change(path, 'PRAGMA user_version = 99'),
    'was written by a newer version',
  ],
  'a folder': [
    async (path) => {
      await rm(path)
      await mkdir(path)
    },
    'is not a file',
  ],
  'only the -wal file': [
    async (path) => {
      await rm(path)
      await writeFile(`${path}-wal`, 'changes')
    },
    'is missing, but',
  ],
  'a -wal file that is not its own': [
    async (path) => writeFile(`${path}-wal`, 'changes'),
    '-wal does not belong to',
  ],
}

describe.each(Object.entries(damages))('%s', (_name, [damage, fault]) => {
  test(
    'in place of practice.db ends the start in one sentence and is left as it is',
    async () => {
      const DATA_DIR = await usedFolder()
      const path = join(DATA_DIR, 'practice.db')
      await damage(path)
      const before = await bytesOf(DATA_DIR)
      const { code, said } = await runNode(built.main, { DATA_DIR }).closed
      expect(code).toBe(1)
      expect(said).toHaveLength(1)
      expect(said[0]).toContain(path)
      expect(said[0]).toContain(fault)
      expect(said[0]).toMatch(/^[^\n]+(start again|start the server again|start over)\.$/)
      expect(await bytesOf(DATA_DIR)).toEqual(before)
    },
    LONG,
  )

  test(
    'in place of gateway.db lets practice run, says what is not promised, and is left',
    async () => {
      const DATA_DIR = await usedFolder()
      const path = join(DATA_DIR, 'gateway.db')
      await damage(path)
      const before = (await bytesOf(DATA_DIR))['gateway.db']
      const server = await startServer(built.main, {
        DATA_DIR,
        PROLIFIC_TOKEN: 'of-the-server',
        PROLIFIC_URL: 'http://127.0.0.1:9',
      })
      const headers = asPage(server)
      expect((await create(server, headers)).status).toBe(201)
      expect((await create(server, headers)).status).toBe(201)
      expect(await count(server)).toBe(3)
      const refused = await create(server, asPage(server), 'prolific')
      expect(refused.status).toBe(503)
      expect(await refused.text()).toContain('"additional_information":"not-sent"')
      expect(await noticesOf(server)).toEqual({
        practice: [expect.stringContaining('may be created twice')],
        prolific: [expect.stringContaining('nothing can be created or changed here')],
      })
      const said = (await stop(server)).join('\n')
      expect(said).toContain(path)
      expect(said).toContain(fault)
      expect(said).toContain('may create it twice')
      expect((await bytesOf(DATA_DIR))['gateway.db']).toBe(before)
    },
    LONG,
  )
})

test.each([
  ['that nobody may read', 0o000, 0o777, 'cannot be read'],
  ['that nobody may write', 0o444, 0o777, 'is read-only'],
  ['in a folder that nobody may write', 0o666, 0o555, 'is in a folder that is read-only'],
])(
  'a practice.db %s ends the start in one sentence',
  async (_what, ofFile, ofFolder, fault) => {
    const DATA_DIR = await usedFolder()
    const path = join(DATA_DIR, 'practice.db')
    await chmod(path, ofFile)
    await chmod(DATA_DIR, ofFolder)
    await chmod(dirname(dirname(built.main)), 0o755)
    // Whoever is root may read and write everything.
    const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const { code, said } = await runNode(built.main, { DATA_DIR }, as).closed
    await chmod(DATA_DIR, 0o777)
    expect([code, said.length]).toEqual([1, 1])
    expect(said[0]).toContain(`${path} ${fault}. `)
  },
  LONG,
)

test.each(['gateway.db', 'practice.db'])(
  'an empty %s where there was one is noticed',
  async (name) => {
    const DATA_DIR = await usedFolder()
    const other = name === 'gateway.db' ? 'practice.db' : 'gateway.db'
    await truncate(join(DATA_DIR, name), 0)
    const server = await startServer(built.main, { DATA_DIR })
    expect((await create(server, asPage(server))).status).toBe(201)
    const said = (await stop(server)).join('\n')
    expect(said).toContain(`${join(DATA_DIR, name)} was empty.`)
    expect(said).toContain(`${join(DATA_DIR, name)} is new, but ${join(DATA_DIR, other)} is not`)
  },
  LONG,
)

test(
  'a first start says nothing of the kind',
  async () => {
    const DATA_DIR = await newDataFolder()
    const said = await stop(await startServer(built.main, { DATA_DIR }))
    expect(said).toHaveLength(2)
    const again = await stop(await startServer(built.main, { DATA_DIR }))
    expect(again).toHaveLength(2)
  },
  LONG,
)

test(
  'a -wal file that is missing after a crash is noticed, and can be put back',
  async () => {
    const DATA_DIR = await makeUsedFolder(await newDataFolder(), 'SIGKILL')
    const path = join(DATA_DIR, 'practice.db')
    await copyFile(`${path}-wal`, join(DATA_DIR, 'found-later'))
    await rm(`${path}-wal`)
    const server = await startServer(built.main, { DATA_DIR })
    const left = await count(server)
    expect(left).toBeLessThan(2)
    expect((await create(server, asProgram())).status).toBe(201)
    const said = (await stop(server)).join('\n')
    expect(said).toContain(`${path}-wal is missing`)

    const copy = (await readdir(DATA_DIR)).find((name) => name.endsWith('.copy')) ?? ''
    expect(said).toContain(copy)
    await copyFile(join(DATA_DIR, copy), path)
    await copyFile(join(DATA_DIR, 'found-later'), `${path}-wal`)
    const again = await startServer(built.main, { DATA_DIR })
    expect(await count(again)).toBe(2)
  },
  LONG,
)

describe('a full disk', () => {
  test(
    'is answered with 503 to programs and to the page, and what was stored can be read',
    async () => {
      const DATA_DIR = await usedFolder()
      const server = await startServer(built.main, { DATA_DIR, DISK_PAGES: '40', ...preload })
      const long = {
        task_details: { ...documentedExample.task_details, task_steps: 'x'.repeat(50_000) },
      }
      let created = 2
      let last = await create(server, asProgram(), 'practice', long)
      while (last.status === 201) {
        created += 1
        last = await create(server, asProgram(), 'practice', long)
      }
      expect(last.status).toBe(503)
      const words = await last.text()
      expect(words).toContain('This server’s disk is full. Nothing was stored.')
      expect(words).toContain('"additional_information":"not-sent"')
      const headers = asPage(server)
      for (const answer of [
        await create(server, headers, 'practice', long),
        await create(server, headers, 'practice', long),
      ]) {
        expect(answer.status).toBe(503)
        expect(await answer.text()).toContain('"additional_information":"not-sent"')
      }
      expect(await count(server)).toBe(created)
      expect((await create(server, asPage(server))).status).toBe(201)
      await stop(server)

      const later = await startServer(built.main, { DATA_DIR })
      const again = { ...asPage(later), 'idempotency-key': headers['idempotency-key'] }
      expect((await create(later, again, 'practice', long)).status).toBe(201)
      expect(await count(later)).toBe(created + 2)
    },
    LONG,
  )

  test.each(['used', 'new'])(
    'lets the server start on a %s folder, for reading only',
    async (which) => {
      const DATA_DIR = which === 'used' ? await usedFolder() : await newDataFolder()
      const stored = which === 'used' ? 2 : 0
      const server = await startServer(built.main, {
        DATA_DIR,
        DISK_FULL_AT_START: '1',
        ...preload,
      })
      expect(await count(server)).toBe(stored)
      for (const headers of [asProgram(), asPage(server)]) {
        const refused = await create(server, headers)
        expect(refused.status).toBe(503)
        expect(await refused.text()).toContain('"additional_information":"not-sent"')
      }
      expect((await create(server, asPage(server), 'prolific')).status).toBe(503)
      const full: unknown = expect.stringContaining('This server’s disk is full.')
      expect(await noticesOf(server)).toEqual({ practice: [full], prolific: [full] })
      expect((await stop(server)).join('\n')).toContain(
        `The disk has no space left for ${join(DATA_DIR, 'practice.db')}`,
      )

      const later = await startServer(built.main, { DATA_DIR })
      expect((await create(later, asProgram())).status).toBe(201)
      expect(await count(later)).toBe(stored + 1)
    },
    LONG,
  )
})
