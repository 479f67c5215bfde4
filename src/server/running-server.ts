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

/** The server that has announced itself in this folder; nothing when its process is gone. */
export function announcedServer(folder: string) {
  try {
    const server = RunningServer.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    // Signal 0 only asks whether the process is there, and throws when it is not.
    process.kill(server.pid, 0)
    return server
  } catch {
    return undefined
  }
}
