const secrets = new Set<string>()

/** From now on this text is replaced wherever a line is logged. */
export function keepSecret(secret: string) {
  if (secret) secrets.add(secret)
}

/** The same text without secrets and without what looks like one. */
export function redact(text: string) {
  let clean = text
  for (const secret of secrets) clean = clean.replaceAll(secret, '[redacted]')
  return clean.replaceAll(/\b(token|bearer)\s+[^\s"']+/gi, '$1 [redacted]')
}

// The one place that writes about requests. JSON escapes control characters, so that nothing in a
// line can pretend to be another line or steer a terminal.
function write(line: Record<string, unknown>) {
  console.error(redact(JSON.stringify({ time: new Date().toISOString(), ...line })))
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

/** For what should not happen. The stack stays in this log and goes nowhere else. */
export const logFailure = (error: Error) => write({ failure: error.stack ?? error.message })
