/** Each with how many hold it: two people may use the same token. */
const secrets = new Map<string, number>()

/**
 * From now on this text is replaced wherever a line is logged. Returns what forgets it again, for a
 * secret that is held for a while only.
 */
export function keepSecret(secret: string) {
  if (secret) secrets.set(secret, (secrets.get(secret) ?? 0) + 1)
  return () => {
    const holders = (secrets.get(secret) ?? 0) - 1
    if (holders > 0) secrets.set(secret, holders)
    else secrets.delete(secret)
  }
}

/** The same text without secrets and without what looks like one. */
export function redact(text: string) {
  let clean = text
  for (const secret of secrets.keys()) clean = clean.replaceAll(secret, '[redacted]')
  return clean.replaceAll(/\b(token|bearer)\s+[^\s"']+/gi, '$1 [redacted]')
}

let waiting: string[] = []

function writeOut() {
  if (waiting.length > 0) process.stderr.write(`${waiting.join('\n')}\n`)
  waiting = []
}
process.on('exit', writeOut)

// The one place that writes about requests. JSON escapes control characters, so that nothing in a
// line can pretend to be another line or steer a terminal. Writing to a pipe holds up the server, so
// that the lines of one turn of the event loop go out together.
function write(line: Record<string, unknown>) {
  waiting.push(redact(JSON.stringify({ time: new Date().toISOString(), ...line })))
  if (waiting.length === 1) setImmediate(writeOut)
}

export type LoggedRequest = {
  method: string
  /** The pattern, never the address itself. */
  route: string
  status: number
  ms: number
  id: string
}

export const logRequest = (request: LoggedRequest) => write(request)

/** For what is worth knowing and stops nothing: a sentence. */
export const logNotice = (notice: string) => write({ notice })

/** For what should not happen. The stack stays in this log and goes nowhere else. */
export const logFailure = (error: Error) => write({ failure: error.stack ?? error.message })
