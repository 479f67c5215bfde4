import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const RunningServer = z.object({ pid: z.number(), address: z.string() })

// Only a note of where the server is. What keeps two servers out of one folder is the lock on the
// database, which the operating system takes back when a process dies.
const fileIn = (folder: string) => join(folder, 'server.json')

/** Leaves the address of this server in its data folder. */
export function announceServer(folder: string, address: string) {
  writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, address }))
}

/** Takes the note away again, unless another server has written its own by now. */
export function withdrawServer(folder: string) {
  if (announcedServer(folder)?.pid === process.pid) rmSync(fileIn(folder), { force: true })
}

/** The server that was announced last in this folder, whether it still runs or not. */
export function announcedServer(folder: string) {
  try {
    return RunningServer.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return undefined
  }
}
