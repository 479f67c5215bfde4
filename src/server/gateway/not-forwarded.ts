import type { Context } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    notForwarded?: true
  }
}

/** Says of a request that it certainly ended in this server, so that its key may be used again. */
export const markNotForwarded = (c: Context) => c.set('notForwarded', true)
