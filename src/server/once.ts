import type { MiddlewareHandler } from 'hono'

/** What a page asks to be done. Anything else may be repeated as often as one likes. */
const WRITES = new Set(['POST', 'PATCH'])

/** More than any page sends in the minutes in which a browser might repeat itself. */
const KEYS_KEPT = 1_000

type Kept = { status: number; headers: [string, string][]; body: ArrayBuffer }

/**
 * Carries out each request of a page that changes something at most once. A browser repeats a request
 * by itself when a kept-alive connection breaks before the answer, and the page cannot stop it; with the
 * same `Idempotency-Key` the first outcome is given again, a broken connection included. Programs send
 * no `X-App-Request` and meet the backends as they are. What is known is gone with the server.
 */
export function once(): MiddlewareHandler {
  const outcomes = new Map<string, Promise<Kept>>()

  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const fromPage = c.req.header('x-app-request') !== undefined
    if (!WRITES.has(c.req.method) || !key || !fromPage) return next()

    const name = `${c.req.method} ${c.req.path} ${key}`
    const known = outcomes.get(name)
    if (known) {
      const { status, headers, body } = await known
      return new Response(body, {
        status,
        headers: [...headers, ['idempotent-replayed', 'true']],
      })
    }
    const outcome = next().then(() => keep(c.res))
    outcomes.set(name, outcome)
    const [oldest] = outcomes.keys()
    if (outcomes.size > KEYS_KEPT && oldest) outcomes.delete(oldest)
    await outcome
    return undefined
  }
}

async function keep(answer: Response): Promise<Kept> {
  const { status, headers } = answer
  return { status, headers: [...headers], body: await answer.clone().arrayBuffer() }
}
