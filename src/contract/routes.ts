const BATCHES = '/v1/data-collection/batches'
const BATCH = `${BATCHES}/:id` as const
const EXPORT = `${BATCH}/export` as const
const WORKSPACE = '/v1/workspaces/:id'
const DATASETS = '/v1/data-collection/datasets'
const DATASET = `${DATASETS}/:id` as const

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Route = {
  method: Method
  /** Below a backend's base path (`/practice/api`, or `/api` at the provider), with `:name`s. */
  path: string
  /** The only query parameters that it takes. */
  query: readonly string[]
  /** Whether the relay passes it on to Prolific. Without this it is there in practice only. */
  relayed: boolean
  /** Whether programs may call it in practice. The relay is for the page alone, whatever the route. */
  programs: boolean
  /** Whether a call changes something, so that it must not be carried out twice. A GET may, too. */
  changes: boolean
  /** Whether it may come without a body, which then stands for `{}`. */
  bodyOptional: boolean
  /** Whether its body is one JSON object a line (`application/x-ndjson`) instead of JSON. */
  lines?: true
}

const read = { method: 'GET', query: [], changes: false, bodyOptional: false } as const
const write = { query: [], changes: true, bodyOptional: false } as const
const everywhere = { relayed: true, programs: true } as const
const inPractice = { relayed: false, programs: true } as const

/**
 * Every call of the API that the app makes or serves. The page's addresses, what the relay forwards and
 * the answers to wrong methods are made of this; practice has a handler for each name. Trailing slashes
 * are the API's own.
 */
export const ROUTES = {
  listBatches: { ...read, ...everywhere, path: BATCHES, query: ['workspace_id'] },
  createBatch: { ...write, ...everywhere, method: 'POST', path: BATCHES },
  readBatch: { ...read, ...everywhere, path: BATCH },
  updateBatch: { ...write, ...everywhere, method: 'PATCH', path: BATCH },
  readBatchStatus: { ...read, ...everywhere, path: `${BATCH}/status` },
  setUpBatch: {
    ...write,
    ...everywhere,
    method: 'POST',
    path: `${BATCH}/setup`,
    bodyOptional: true,
  },
  duplicateBatch: {
    ...write,
    ...everywhere,
    method: 'POST',
    path: `${BATCH}/duplicate`,
    bodyOptional: true,
  },
  listTasks: { ...read, ...everywhere, path: `${BATCH}/tasks` },
  listTaskGroups: { ...read, ...everywhere, path: `${BATCH}/task-groups` },
  syncBatch: { ...write, ...everywhere, method: 'POST', path: `${BATCH}/sync`, bodyOptional: true },
  readSync: { ...read, ...everywhere, path: `${BATCH}/syncs/:sync_id` },
  listInstructions: { ...read, ...inPractice, path: `${BATCH}/instructions` },
  createInstructions: { ...write, ...inPractice, method: 'POST', path: `${BATCH}/instructions` },
  replaceInstructions: { ...write, ...inPractice, method: 'PUT', path: `${BATCH}/instructions` },
  listResponses: { ...read, ...inPractice, path: `${BATCH}/responses` },
  readReport: { ...read, ...inPractice, path: `${BATCH}/report/` },
  listExports: { ...read, ...inPractice, path: EXPORT },
  createExport: {
    ...write,
    ...inPractice,
    method: 'POST',
    path: EXPORT,
    query: ['study_id', 'from', 'to'],
    bodyOptional: true,
  },
  readExport: { ...read, ...inPractice, path: `${EXPORT}/:export_id` },
  deleteExport: {
    ...write,
    ...inPractice,
    method: 'DELETE',
    path: `${EXPORT}/:export_id`,
    bodyOptional: true,
  },
  createDataset: { ...write, ...everywhere, method: 'POST', path: DATASETS },
  readDataset: { ...read, ...everywhere, path: DATASET },
  updateDataset: { ...write, ...everywhere, method: 'PATCH', path: DATASET },
  readDatasetStatus: { ...read, ...everywhere, path: `${DATASET}/status` },
  // The API's own choice of method: it makes an import job, so it is treated as any other change.
  createUploadUrl: {
    ...read,
    ...everywhere,
    path: `${DATASET}/upload-url/:filename`,
    changes: true,
  },
  readDatasetImport: { ...read, ...everywhere, path: `${DATASET}/imports/:import_id` },
  readSchemaMigration: { ...read, ...everywhere, path: `${DATASET}/schema-migrations/:job_id` },
  appendDatapoints: {
    ...write,
    ...everywhere,
    method: 'POST',
    path: `${DATASET}/datapoints`,
    lines: true,
  },
  // The API has no call that lists datasets.
  listPracticeDatasets: { ...read, path: '/practice/datasets', relayed: false, programs: false },
  // The API has no call that reads rows back.
  readPracticeRows: {
    ...read,
    path: '/practice/rows/:id',
    query: ['offset', 'limit'],
    relayed: false,
    programs: false,
  },
  listWorkspaces: { ...read, ...everywhere, path: '/v1/workspaces/', query: ['limit', 'offset'] },
  readBalance: { ...read, ...inPractice, path: `${WORKSPACE}/balance/` },
  listProjects: { ...read, ...inPractice, path: `${WORKSPACE}/projects/` },
  readMe: { ...read, ...everywhere, path: '/v1/users/me/' },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES

/** The names of all routes, in the order of the table. */
export const routeNames = Object.keys(ROUTES).filter((name): name is RouteName => name in ROUTES)

type Parameters<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | Parameters<After>
    : Rest
  : never

type Values<Name extends RouteName> = Record<Parameters<(typeof ROUTES)[Name]['path']>, string> &
  Partial<Record<(typeof ROUTES)[Name]['query'][number], string>>

/** What goes into the address of a route; may be left out where the path has no `:name`. */
export type AddressValues<Name extends RouteName> =
  object extends Values<Name> ? [values?: Values<Name>] : [values: Values<Name>]

/**
 * The address of a route below a backend's base path. Takes the values of the path's `:name`s and of
 * query parameters by their names.
 */
export function addressOf<Name extends RouteName>(
  name: Name,
  ...[values]: AddressValues<Name>
): string {
  return fillAddress(ROUTES[name], { ...values })
}

/**
 * The path of a route with values in the place of its `:name`s, and a query of those values that the
 * route takes. Everything is encoded, and a value without a place goes nowhere. Throws a RangeError when
 * a `:name` has no value.
 */
export function fillAddress(
  { path, query }: Pick<Route, 'path' | 'query'>,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`The address ${path} needs "${name}".`)
    return encodeURIComponent(value)
  })
  const given = query.flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [[name, value]]
  })
  return given.length > 0 ? `${filled}?${new URLSearchParams(given).toString()}` : filled
}
