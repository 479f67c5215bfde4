import type { Context, Hono } from 'hono'
import { ROUTES, routeNames, type Method, type Route } from '#contract/routes.ts'
import { refuse, wrongMethod } from './answers.ts'

export type Handler = (c: Context) => Response | Promise<Response>

type ServedRoute = {
  method: Method
  /** As in the table of routes, or with a condition in braces after a `:name`. */
  path: string
  handle: Handler
  /** Whether it is the page's alone. */
  pageOnly?: boolean
}

/**
 * Serves routes below an API. Any other method at one of their paths is answered with a 405 that says
 * which ones there are, and a program at a route of the page with a 403.
 */
export function serveRoutes(api: Hono, routes: readonly ServedRoute[]) {
  // Hono drops a trailing slash before it looks for a route.
  const bare = routes.map((route) => ({ ...route, path: route.path.replace(/\/$/, '') }))
  for (const { method, path, handle, pageOnly = false } of bare) {
    api.on(method, path, (c) =>
      pageOnly && c.req.header('x-app-request') === undefined
        ? refuse(403, 'Forbidden', 'Only the page of this server may use this address.')
        : handle(c),
    )
  }
  for (const path of new Set(bare.map((route) => route.path))) {
    const methods = bare.filter((route) => route.path === path).map(({ method }) => method)
    api.all(path, () => wrongMethod(methods))
  }
}

const patterns = routeNames.map((name) => {
  const { path, ...route }: Route = ROUTES[name]
  const parts = path.replace(/\/$/, '').replaceAll(/:\w+/g, '[^/]+')
  return { ...route, pattern: new RegExp(`${parts}/?$`) }
})

/** Whether a request to this path, of whichever backend, may come without a body. */
export const mayLackBody = (path: string) =>
  patterns.some(({ bodyOptional, pattern }) => bodyOptional && pattern.test(path))

/** Whether requests to this path, of whichever backend, bring one JSON object a line. */
export const takesLines = (path: string) =>
  patterns.some(({ lines, pattern }) => lines === true && pattern.test(path))

/**
 * Whether a call of this path, of whichever backend, changes something; undefined when there is no such
 * route.
 */
export const changesSomething = (method: string, path: string) =>
  patterns.find((route) => route.method === method && route.pattern.test(path))?.changes
