import { Pool } from 'undici'

type Load = {
  url: string
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  connections: number
  seconds: number
}

/**
 * Sends the same request over `connections` kept-alive connections, each waiting for its answer before
 * it sends the next, for `seconds`. Resolves to the answers per second. Throws at the first answer
 * that is not a success, because a refusal is quick and would look like speed.
 */
export async function requestsPerSecond({
  url,
  connections,
  seconds,
  ...request
}: Load): Promise<number> {
  const pool = new Pool(url, { connections })
  const started = performance.now()
  const end = started + seconds * 1000
  let answers = 0
  const client = async () => {
    while (performance.now() < end) {
      const { statusCode, body } = await pool.request(request)
      const text = await body.text()
      if (statusCode >= 300) throw new Error(`${request.path} answered ${statusCode}: ${text}`)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  const elapsed = performance.now() - started
  await pool.close()
  return (answers / elapsed) * 1000
}
