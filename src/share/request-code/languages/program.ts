import type { CreateBatchRequest } from '#contract/batch.ts'

/** What a program is made of. */
export interface Call {
  request: CreateBatchRequest
  /** Its JSON, as the page sends it. */
  body: string
  /** Where it goes: the address of `POST …/batches`. */
  url: string
}

/** How one language says a request. */
export interface Program {
  /** The program, for a file of its own. It reads the token from PROLIFIC_TOKEN and holds none. */
  write: (call: Call) => string
  /** What to save it as. */
  file: string
  /** What to type to run it. */
  run: string
  /** What has to be installed, and where it differs by system. */
  needs: string
  /** What this form cannot carry of a request, each a sentence; nothing for most forms. */
  limits?: (request: CreateBatchRequest) => string[]
}

/** The one warning that every program carries. No quotes: some shells read them in comments too. */
export const warning =
  'Creates a batch. Run again, it creates a second one, and batches cannot be deleted.'
