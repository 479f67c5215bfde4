import { openStorage } from './database.ts'
import type { DraftEnvelope } from './draft-envelope.ts'

/** A row as it is stored: a sealed envelope, or whatever somebody left there. */
export type Row = { id: string }

/** What is stored of one draft: its present state, and the numbers of its earlier ones. */
type Present = { stored: unknown; revisions: number[] }

export type DraftChange<T> = {
  result: T
  put?: Row
  /** A state that goes into the history. */
  keep?: DraftEnvelope[]
  /** States that are let go from it. */
  drop?: number[]
  remove?: boolean
}

export type Shelf = {
  all: () => Promise<unknown[]>
  one: (id: string) => Promise<unknown>
  history: (id: string) => Promise<unknown[]>
  /** Reads a draft and writes what `decide` makes of it, with nothing in between from any tab. */
  change: <T>(id: string, decide: (present: Present) => DraftChange<T>) => Promise<T>
}

type KeptRevision = { draft: string; rev: number; state: unknown }

const onDisk: Shelf = {
  all: async () => (await openStorage()).getAll('drafts'),
  one: async (id) => (await openStorage()).get('drafts', id),
  history: async (id) => {
    const rows = await (await openStorage()).getAllFromIndex('revisions', 'draft', id)
    return rows.map(stateOf)
  },
  async change(id, decide) {
    const transaction = (await openStorage()).transaction(['drafts', 'revisions'], 'readwrite')
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
  },
}

function stateOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'state' in row ? row.state : row
}

/** For a browser that keeps nothing: as long as this page lives. */
function createMemory(): Shelf {
  const drafts = new Map<string, Row>()
  const revisions = new Map<string, Map<number, KeptRevision['state']>>()
  return {
    all: async () => [...drafts.values()],
    one: async (id) => drafts.get(id),
    history: async (id) => [...(revisions.get(id)?.values() ?? [])],
    async change(id, decide) {
      const earlier = revisions.get(id) ?? new Map<number, unknown>()
      const change = decide({ stored: drafts.get(id), revisions: [...earlier.keys()] })
      if (change.put) drafts.set(id, change.put)
      for (const state of change.keep ?? []) earlier.set(state.rev, state)
      for (const rev of change.drop ?? []) earlier.delete(rev)
      if (change.remove) drafts.delete(id)
      revisions.set(id, earlier)
      return change.result
    },
  }
}

let memory: Shelf | undefined

/** Where drafts are kept: in this browser's database or, where it has none, in memory. */
export async function draftShelf(): Promise<Shelf> {
  if (memory) return memory
  try {
    await openStorage()
    return onDisk
  } catch {
    memory ??= createMemory()
    return memory
  }
}

/** Whether drafts are forgotten with this page. Known once one was asked for. */
export function draftsAreForgotten() {
  return memory !== undefined
}
