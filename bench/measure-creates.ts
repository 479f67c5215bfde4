import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { openDatabase } from '#server/database/database.ts'
import { requestsPerSecond } from './http-load.ts'
import { startPeer } from './start-peer.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 5
const SECONDS = 2

/** Durable creates at 20 connections: committed together, one by one, and SQLite without a server. */
export async function measureCreates(): Promise<Row[]> {
  const grouped: number[] = []
  const single: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    grouped.push(await inFolder((folder) => createsPerSecond('grouped', folder)))
    single.push(await inFolder((folder) => createsPerSecond('single', folder)))
    bare.push(await inFolder(commitsPerSecond))
  }
  const [together, oneByOne, commits] = [median(grouped), median(single), median(bare)]
  return [
    {
      what: 'practice creates at 20 connections, group commit against one by one',
      figure: together / oneByOne,
      unit: '×',
      target: { atLeast: 2 },
      detail: `${Math.round(together)} / ${Math.round(oneByOne)} per second`,
    },
    {
      what: 'durable practice creates against bare SQLite commits on this disk',
      figure: together / commits,
      unit: '×',
      target: { atLeast: 0.7 },
      detail: `${Math.round(together)} / ${Math.round(commits)} per second`,
    },
  ]
}

async function createsPerSecond(mode: 'grouped' | 'single', folder: string) {
  const peer = await startPeer(mode, folder)
  const perSecond = await requestsPerSecond({
    url: peer.url,
    method: 'POST',
    path: addressOf('createBatch'),
    headers: { 'content-type': 'application/json', authorization: 'Token bench' },
    body: JSON.stringify(documentedExample),
    connections: 20,
    seconds: SECONDS,
  })
  await peer.stop()
  return perSecond
}

/** One row of the same bytes a commit, each waiting for the disk, with nothing else in the way. */
async function commitsPerSecond(folder: string) {
  const { db } = openDatabase({
    path: join(folder, 'bare.db'),
    probes: ['SELECT request FROM rows'],
    migrations: ['CREATE TABLE rows (id INTEGER PRIMARY KEY, request TEXT) STRICT;'],
  })
  const insert = db.prepare('INSERT INTO rows (request) VALUES (?)')
  const request = JSON.stringify(documentedExample)
  const started = performance.now()
  let commits = 0
  while (performance.now() - started < SECONDS * 1000) {
    insert.run(request)
    commits += 1
  }
  const elapsed = performance.now() - started
  db.close()
  return (commits / elapsed) * 1000
}

async function inFolder(measure: (folder: string) => Promise<number>) {
  const folder = await mkdtemp(join(tmpdir(), 'batch-composer-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
