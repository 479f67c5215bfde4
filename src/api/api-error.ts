/** What one field was refused for, by the API's own path (`task_details.task_name`). */
export type FieldMessages = Readonly<Record<string, readonly string[]>>

/**
 * Everything that can go wrong between this page and a backend. `detail` is the backend's own words as
 * plain text, cut to a readable length; it is never HTML and never the token.
 */
export type ApiFailure =
  | { kind: 'unreachable' }
  | {
      kind: 'rejected'
      status: number
      detail: string
      fields: FieldMessages
      /** Faults in `batch_items`, as the API places them (422). */
      issues: readonly LayoutIssue[]
    }
  | {
      kind: 'unauthorized'
      status: 401 | 403
      detail: string
      /** The server in between has no token for the place: nothing was sent to it. */
      notConnected?: true
    }
  | { kind: 'missing'; detail: string; feature: boolean }
  | { kind: 'throttled'; retryAfterMs: number | null }
  | {
      kind: 'unavailable'
      status: number
      detail: string
      retryAfterMs: number | null
      /** The server in between could not reach the place: nothing was sent to it. */
      notSent?: true
    }
  | { kind: 'off-contract'; status: number; detail: string }

/** Positions are zero-based, as the API counts. */
export type LayoutIssue = {
  page: number | null
  row: number | null
  column: number | null
  item: number | null
  type: string
  field: string | null
  message: string
}

/** The only error that `send` rejects with, and TanStack's default error type in this app. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly failure: ApiFailure
  /** When the request was given up or answered, in milliseconds since 1970. */
  readonly at = Date.now()

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    super(failure.kind, options)
    this.failure = failure
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
  }
}
