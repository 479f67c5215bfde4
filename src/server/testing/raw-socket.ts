import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

/** A connection on which a test writes whatever it likes. `answer` is all that comes back until the end. */
export async function openSocket(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  // A server that has heard enough resets the connection; what it said before is read all the same.
  const received: Buffer[] = []
  socket.on('data', (chunk: Buffer) => received.push(chunk))
  const answer = new Promise<string>((done) => {
    socket.on('error', () => {})
    socket.on('close', () => done(Buffer.concat(received).toString()))
  })
  return { socket, answer }
}
