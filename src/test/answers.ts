import { documentedExample } from '#contract/examples.ts'

/** A batch as a backend answers it. */
export const storedBatch = {
  ...documentedExample,
  id: '01954894-65b3-779e-aaf6-348698e23634',
  created_at: '2026-11-24T14:02:31Z',
  created_by: 'somebody',
  status: 'UNINITIALISED',
  datasets: [],
}

type Answer = {
  name: string
  answer: () => Response | Error
  /** What it means as the answer to a create. */
  create: 'created' | 'not-created' | 'not-known'
  /** Whether it gives something to show as the answer to a read. */
  read: 'shown' | 'failed'
}

const json =
  (status: number, body: unknown, headers = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers })
const text =
  (status: number, body: string | null, headers = {}) =>
  () =>
    new Response(body, { status, headers })
const page = '<!doctype html><style>h1{color:red}</style><h1>Something <b>broke</b></h1>'
const long = 'x<script>alert(1)</script>'.repeat(8_000)
const later = new Date(Date.now() + 30_000).toUTCString()

const yes = { create: 'created', read: 'shown' } as const
const no = { create: 'not-created', read: 'failed' } as const
const unclear = { create: 'not-known', read: 'failed' } as const

/** Everything that a backend, or something on the way to it, has been seen to answer. */
export const answers: readonly Answer[] = [
  { name: 'a batch with 201', answer: json(201, storedBatch), ...yes },
  { name: 'a batch with 200', answer: json(200, storedBatch), ...yes },
  { name: 'a byte order mark', answer: text(201, `\uFEFF${JSON.stringify(storedBatch)}`), ...yes },
  {
    name: 'a wrong content type',
    answer: json(201, storedBatch, { 'content-type': 'text/html' }),
    ...yes,
  },
  {
    name: 'fields nobody knows',
    answer: json(201, { ...storedBatch, colour: { a: [1] } }),
    ...yes,
  },
  { name: 'a status nobody knows', answer: json(201, { ...storedBatch, status: 'X_1' }), ...yes },
  {
    name: 'nulls and wrong types',
    answer: json(201, {
      ...storedBatch,
      created_at: 7,
      datasets: 'none',
      total_task_count: '12',
      task_details: null,
      batch_items: {},
    }),
    ...yes,
  },
  {
    name: 'a time without a zone',
    answer: json(201, { ...storedBatch, created_at: '2026-11-24 14:02' }),
    ...yes,
  },
  {
    name: 'the same key twice',
    answer: text(201, JSON.stringify(storedBatch).replace('{', '{"id":"x","id":"y",')),
    ...yes,
  },

  { name: '202 with nothing', answer: text(202, ''), ...unclear },
  { name: '204', answer: text(204, null), ...unclear },
  { name: 'no id', answer: json(201, { created: 'yes' }), ...unclear },
  { name: 'an id of the wrong type', answer: json(201, { ...storedBatch, id: 7 }), ...unclear },
  {
    name: 'an id with half a character',
    answer: json(201, { ...storedBatch, id: 'a\uD800' }),
    ...unclear,
  },
  { name: 'a list', answer: json(201, [storedBatch]), ...unclear },
  { name: 'null', answer: text(201, 'null'), ...unclear },
  { name: 'truncated JSON', answer: text(201, '{"id": "0195'), ...unclear },
  { name: 'NaN', answer: text(201, '{"id": NaN}'), ...unclear },
  { name: 'a web page with 200', answer: text(200, page), ...unclear },
  { name: 'a redirect', answer: text(302, null, { location: 'https://else.test/' }), ...unclear },

  {
    name: '400 in the nested envelope',
    answer: json(400, { error: { status: 400, title: 'Bad', detail: 'Not like this.' } }),
    ...no,
  },
  { name: '400 flat', answer: json(400, { message: 'Bad', detail: 'Not like this.' }), ...no },
  {
    name: '400 as a field map',
    answer: json(400, { name: ['Not this name.'], task_details: { task_steps: ['Not these.'] } }),
    ...no,
  },
  {
    name: '400 as a problem',
    answer: json(
      400,
      { type: 'about:blank', title: 'Bad', status: 400, detail: 'Not like this.' },
      { 'content-type': 'application/problem+json' },
    ),
    ...no,
  },
  { name: '400 in a shape nobody knows', answer: json(400, [[{ odd: true }], 7]), ...no },
  { name: '400 with 200 KB', answer: json(400, { detail: long }), ...no },
  {
    name: '400 nested without end',
    answer: text(400, `${'{"a":['.repeat(20_000)}1${']}'.repeat(20_000)}`),
    ...no,
  },
  { name: '400 as a web page', answer: text(400, page), ...no },
  { name: '401', answer: json(401, { detail: 'No.' }), ...no },
  { name: '403', answer: json(403, { detail: 'No.' }), ...no },
  { name: '404', answer: json(404, { detail: 'Workspace not found.' }), ...no },
  {
    name: '404 about a feature',
    answer: json(404, { error: { detail: 'No permission to access this feature.' } }),
    ...no,
  },
  { name: '413', answer: text(413, 'Too large'), ...no },
  { name: '415', answer: text(415, ''), ...no },
  {
    name: '422 about questions',
    answer: json(422, { message: 'No', issues: [{ page: 0, type: 'x', message: 'Odd.' }] }),
    ...no,
  },
  { name: '429', answer: text(429, ''), ...no },
  { name: '429 with seconds', answer: text(429, '', { 'retry-after': '30' }), ...no },
  { name: '429 with a date', answer: text(429, '', { 'retry-after': later }), ...no },
  {
    name: '502 of our own server, which sent nothing',
    answer: json(502, { error: { detail: '', additional_information: 'not-sent' } }),
    ...no,
  },

  { name: '408', answer: text(408, ''), ...unclear },
  { name: '409', answer: json(409, { detail: 'Conflict.' }), ...unclear },
  { name: '500 as a web page', answer: text(500, page), ...unclear },
  { name: '500 with 200 KB', answer: text(500, long), ...unclear },
  { name: '502', answer: text(502, page), ...unclear },
  { name: '503', answer: text(503, ''), ...unclear },
  { name: '503 with seconds', answer: text(503, '', { 'retry-after': '30' }), ...unclear },
  { name: '504', answer: text(504, ''), ...unclear },
  { name: 'a status nobody uses', answer: text(599, ''), ...unclear },
  { name: 'no connection', answer: () => new TypeError('Failed to fetch'), ...unclear },
]

/** As `fetch` would give it. */
export async function given({ answer }: Answer) {
  const outcome = answer()
  if (outcome instanceof Error) throw outcome
  return outcome
}
