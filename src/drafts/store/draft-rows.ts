import { withStorage, type Database } from '#storage/database.ts'
import type { DraftEnvelope } from './draft-envelope.ts'

/** A row as it is stored: a sealed envelope, or whatever somebody left there. */
export type Row = { id: string }

/** What is stored of one draft: its present state, and the numbers of its earlier ones. */
export type Present = { stored: unknown; revisions: number[] }

export type DraftChange<T> = {
  result: T
  put?: Row
  /** A state that goes into the history. */
  keep?: DraftEnvelope[]
  /** States that are let go from it. */
  drop?: number[]
  remove?: boolean
}

/** All drafts of this browser as they are stored. */
export function storedDrafts(): Promise<unknown[]> {
  return withStorage((database) => database.getAll('drafts'))
}

/** One draft as it is stored; undefined when there is none. */
export function storedDraft(id: string): Promise<unknown> {
  return withStorage((database) => database.get('drafts', id))
}

/** The earlier states of a draft as they are stored. */
export async function storedHistory(id: string): Promise<unknown[]> {
  const rows = await withStorage((database) => database.getAllFromIndex('revisions', 'draft', id))
  return rows.map((row) =>
    typeof row === 'object' && row !== null && 'state' in row ? row.state : row,
  )
}

/**
 * Reads a draft and writes what `decide` makes of it, with nothing in between from any tab. `decide` may
 * be asked more than once. `durability` is `strict` where a copy that lies elsewhere goes after that.
 */
export function changeDraft<T>(
  id: string,
  decide: (present: Present) => DraftChange<T>,
  durability: IDBTransactionDurability = 'default',
): Promise<T> {
  return withStorage((database) => changeIn(database, id, decide, durability))
}

async function changeIn<T>(
  database: Database,
  id: string,
  decide: (present: Present) => DraftChange<T>,
  durability: IDBTransactionDurability,
) {
  const transaction = database.transaction(['drafts', 'revisions'], 'readwrite', { durability })
  const drafts = transaction.objectStore('drafts')
  const revisions = transaction.objectStore('revisions')
  const write = async () => {
    const [stored, keys] = await Promise.all([
      drafts.get(id),
      revisions.index('draft').getAllKeys(id),
    ])
    const change = decide({ stored, revisions: keys.map(([, rev]) => rev) })
    const { put, keep = [], drop = [], remove } = change
    await Promise.all([
      ...(put ? [drafts.put(put)] : []),
      ...keep.map((state) => revisions.put({ draft: id, rev: state.rev, state })),
      ...drop.map((rev) => revisions.delete([id, rev])),
      ...(remove ? [drafts.delete(id)] : []),
    ])
    return change.result
  }
  const [result] = await Promise.all([write(), transaction.done])
  return result
}
