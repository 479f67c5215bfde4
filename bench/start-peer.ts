import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts one of `peers` in a process of its own. */
export async function startPeer(name: string, parameter = '') {
  const peer = spawn(process.execPath, [process.argv[1] ?? '', name, parameter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(peer, 'exit')
  const port = await new Promise<string>((listening, failed) => {
    peer.stdout.once('data', (chunk: Buffer) => listening(chunk.toString().trim()))
    peer.once('exit', (code) => failed(new Error(`The peer ${name} exited with ${code}.`)))
  })
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      peer.kill()
      await exited
    },
  }
}
