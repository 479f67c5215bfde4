const BATCHES = '/v1/data-collection/batches'

/**
 * Every path that the app may call, below a backend's base path (`/practice/api`, or `/api` at the
 * provider). The relay forwards the `pattern`s and nothing else. Trailing slashes are the API's own.
 */
export const routes = {
  batches: BATCHES,
  batchesOf: (workspaceId: string) => `${BATCHES}?workspace_id=${encodeURIComponent(workspaceId)}`,
  batch: (id: string) => `${BATCHES}/${encodeURIComponent(id)}`,
  batchStatus: (id: string) => `${BATCHES}/${encodeURIComponent(id)}/status`,
  batchSetup: (id: string) => `${BATCHES}/${encodeURIComponent(id)}/setup`,
  batchDuplicate: (id: string) => `${BATCHES}/${encodeURIComponent(id)}/duplicate`,
  workspaces: '/v1/workspaces/',
  me: '/v1/users/me/',
} as const

/** Whether a request to this path may come without a body, which then stands for `{}`. */
export const mayLackBody = (path: string) =>
  /\/v1\/data-collection\/batches\/[^/]+\/(setup|duplicate)\/?$/.test(path)
