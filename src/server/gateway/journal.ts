import * as z from 'zod/mini'
import { closeDatabase, openDatabase } from '#server/database/database.ts'
import { pragma } from '#server/database/inspect-database.ts'

/** What a page asked for under a key. The body is known by its hash alone. */
export type JournaledRequest = { key: string; method: string; path: string; hash: string }

/** How a request ended. `unknown` is one that this server was carrying out when it died. */
export type Outcome =
  | { kind: 'answered'; status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> }
  | { kind: 'dropped' }
  | { kind: 'unknown' }

type JournalOptions = {
  /** A file, or `:memory:`. */
  path: string
  now?: () => number
  /** How many bytes of answers are kept. */
  answerBytes?: number
}

const DAY_MS = 86_400_000
/** Long after a browser, a tab or a person has stopped repeating itself. */
const KEPT_DAYS = 30
const ANSWER_BYTES = 64 * 1024 * 1024
/** Tidying looks at every entry, so it is not done for each. */
const WRITES_BETWEEN_TIDYINGS = 100

const tables = `
  CREATE TABLE requests (
    key TEXT PRIMARY KEY,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('in_flight', 'answered', 'dropped', 'unknown')),
    status INTEGER,
    headers TEXT,
    body BLOB,
    CHECK ((state = 'answered') = (status IS NOT NULL AND headers IS NOT NULL AND body IS NOT NULL))
  ) STRICT;
  CREATE INDEX requests_by_time ON requests (created_at);
`

const probe =
  'SELECT key, method, path, hash, created_at, state, status, headers, body FROM requests'

const Row = z.object({
  key: z.string(),
  method: z.string(),
  path: z.string(),
  hash: z.string(),
  state: z.enum(['in_flight', 'answered', 'dropped', 'unknown']),
  status: z.nullable(z.number()),
  headers: z.nullable(z.string()),
  body: z.nullable(z.instanceof(Uint8Array)),
})
const Headers = z.array(z.tuple([z.string(), z.string()]))

function outcomeOf({ state, status, headers, body }: z.infer<typeof Row>): Outcome {
  if (status !== null && headers !== null && body !== null) {
    const read = Headers.parse(JSON.parse(headers))
    return { kind: 'answered', status, headers: read, body: new Uint8Array(body) }
  }
  return { kind: state === 'dropped' ? 'dropped' : 'unknown' }
}

/**
 * What this server was asked to change, written down before it goes on, with how it ended. What was in
 * flight when the last server died is unknown from then on. No token and no request body is in it.
 * Throws DatabaseInUse when another process has the file, and DatabaseUnusable when it cannot be used.
 */
export function openJournal({ path, now = Date.now, answerBytes = ANSWER_BYTES }: JournalOptions) {
  const { db, isNew, notices, readOnly } = openDatabase({
    path,
    migrations: [tables],
    probes: [probe],
  })

  const select = db.prepare('SELECT * FROM requests WHERE key = ?')
  const insert = db.prepare(
    `INSERT INTO requests (key, method, path, hash, created_at, state)
     VALUES (?, ?, ?, ?, ?, 'in_flight')`,
  )
  const update = db.prepare(
    'UPDATE requests SET state = ?, status = ?, headers = ?, body = ? WHERE key = ?',
  )
  const remove = db.prepare('DELETE FROM requests WHERE key = ?')
  const removeOld = db.prepare(`DELETE FROM requests WHERE created_at < ? AND state <> 'in_flight'`)
  // A key whose answer is let go is kept: it must not be carried out a second time.
  const forgetAnswers = db.prepare(
    `UPDATE requests SET state = 'unknown', status = NULL, headers = NULL, body = NULL
     WHERE key IN (
       SELECT key FROM (
         SELECT key, sum(length(body)) OVER (ORDER BY created_at DESC, key) AS total
         FROM requests WHERE state = 'answered'
       ) WHERE total > ?
     )`,
  )

  function tidy() {
    removeOld.run(now() - KEPT_DAYS * DAY_MS)
    forgetAnswers.run(answerBytes)
  }
  if (readOnly === undefined) {
    db.exec(`UPDATE requests SET state = 'unknown' WHERE state = 'in_flight'`)
    tidy()
  }
  let writes = 0

  return {
    /** What is known of a key, which is nothing when it was never used or is long forgotten. */
    find: (key: string) => {
      const row: unknown = select.get(key)
      if (row === undefined) return undefined
      const parsed = Row.parse(row)
      const { method, path: asked, hash } = parsed
      const request: JournaledRequest = { key, method, path: asked, hash }
      return { request, outcome: outcomeOf(parsed) }
    },
    /** Writes down what is about to be done. On the disk when it returns; throws when it cannot be. */
    begin: ({ key, method, path: asked, hash }: JournaledRequest) => {
      writes += 1
      if (writes % WRITES_BETWEEN_TIDYINGS === 0) tidy()
      insert.run(key, method, asked, hash, now())
    },
    /** Writes down how it ended. On the disk when it returns. */
    settle: (key: string, outcome: Outcome) => {
      if (outcome.kind === 'answered') {
        const { status, headers, body } = outcome
        update.run('answered', status, JSON.stringify(headers), body, key)
      } else update.run(outcome.kind, null, null, null, key)
    },
    /** Forgets a request that certainly was not carried out, so that its key may be used again. */
    release: (key: string) => {
      remove.run(key)
    },
    /** Whether there was nothing in the file before. */
    isNew,
    /** What was noticed while opening it. */
    notices,
    /** Why nothing can be written down, where nothing can be. */
    readOnly,
    /** SQLite's `synchronous`: 2 is FULL. */
    synchronous: () => pragma(db, 'synchronous'),
    close: () => closeDatabase(db),
  }
}
export type Journal = ReturnType<typeof openJournal>
