import { routes } from '#contract/routes.ts'

export type Method = 'GET' | 'POST' | 'PATCH'

export type RelayRoute = {
  /** Below the base path, as Hono writes it. Ids are letters, digits and hyphens, nothing else. */
  pattern: string
  methods: readonly Method[]
  /** The only query parameters that are passed on. */
  query: readonly string[]
  /** The address at the provider, made from the checked id and never from the caller's path. */
  address: (id: string) => string
}

// Hono drops a trailing slash before it looks for a route.
const bare = (route: string) => route.replace(/\/$/, '')

const ID = ':id{[A-Za-z0-9-]{1,64}}'

/** Everything that the relay forwards. Whatever is not here does not reach the provider. */
export const relayRoutes: readonly RelayRoute[] = [
  {
    pattern: routes.batches,
    methods: ['GET', 'POST'],
    query: ['workspace_id'],
    address: () => routes.batches,
  },
  {
    pattern: `${routes.batches}/${ID}`,
    methods: ['GET', 'PATCH'],
    query: [],
    address: routes.batch,
  },
  {
    pattern: `${routes.batches}/${ID}/status`,
    methods: ['GET'],
    query: [],
    address: routes.batchStatus,
  },
  {
    pattern: `${routes.batches}/${ID}/setup`,
    methods: ['POST'],
    query: [],
    address: routes.batchSetup,
  },
  {
    pattern: `${routes.batches}/${ID}/duplicate`,
    methods: ['POST'],
    query: [],
    address: routes.batchDuplicate,
  },
  {
    pattern: bare(routes.workspaces),
    methods: ['GET'],
    query: ['limit', 'offset'],
    address: () => routes.workspaces,
  },
  { pattern: bare(routes.me), methods: ['GET'], query: [], address: () => routes.me },
]
