import { PluginKey, type Selection, type Transaction } from '@tiptap/pm/state'
import type { Slice } from '@tiptap/pm/model'
import type { TableAsData } from '#editor/tables/table-as-data.ts'

/** What a clipboard held when it was pasted, so that it can be pasted in another way. */
export interface Clipboard {
  html: string
  text: string
  /** The name of the file that it was read from; missing for what was copied. */
  file?: string
}

/** `clean`: as it would have been written here. `looks`: with its colours too. `plain`: the words. */
export type PasteMode = 'clean' | 'looks' | 'plain'

/** A paste that has just been made, and the way back. */
export interface Pasted {
  kind: 'pasted'
  /** What there is to say about it; '' when it lost nothing. */
  says: string
  /** Whether pictures were left out, which needs an explanation. */
  pictures: boolean
  modes: readonly PasteMode[]
  clipboard: Clipboard
  /** Where the pasted blocks are now. */
  from: number
  to: number
  /** What was there before. */
  replaced: Slice
  selection: Selection
  /** Whether nothing has been changed since, so that undo takes back exactly this. */
  isLast: boolean
  /** How many changes were made elsewhere since. */
  age: number
  /** Where the part begins that belongs into the steps, and its first words. */
  steps: { at: number; name: string } | null
  /** A table in it that is so long that it may be data, where there is one. */
  table?: TableAsData | null
}

/** Something that could not be pasted, or that was done after a paste. */
interface Said {
  kind: 'said'
  says: string
  pictures: boolean
  /** Takes back what was said; null when there is nothing to take back. */
  undo: (() => void) | null
  /** The spreadsheet that was not put into the text but can be used as data. */
  file?: File
}

export type PasteNotice = Pasted | Said

/** A place where something that was pasted has yet to arrive. */
export interface Waiting {
  id: number
  from: number
  to: number
}

export interface PasteState {
  notice: PasteNotice | null
  waiting: readonly Waiting[]
}

export const pasteKey = new PluginKey<PasteState>('paste')

/** After so many changes elsewhere a notice is about something long ago. */
const OLD = 60

/** The state after a transaction. What it costs does not depend on the text. */
export function nextPasteState(state: PasteState, tr: Transaction): PasteState {
  const set: unknown = tr.getMeta(pasteKey)
  if (isPartOfState(set)) return { ...state, ...set }
  if (!tr.docChanged || (!state.notice && state.waiting.length === 0)) return state
  return {
    notice: moved(state.notice, tr),
    waiting: state.waiting.map(({ id, from, to }) => ({
      id,
      from: tr.mapping.map(from, -1),
      to: tr.mapping.map(to, -1),
    })),
  }
}

/** A transaction that only changes the state of pasting. */
export function withPasteState(tr: Transaction, part: Partial<PasteState>): Transaction {
  return tr.setMeta(pasteKey, part).setMeta('addToHistory', false)
}

function isPartOfState(set: unknown): set is Partial<PasteState> {
  return typeof set === 'object' && set !== null
}

/** A notice goes when what it is about was changed, or when the writing has gone on for a while. */
function moved(notice: PasteNotice | null, tr: Transaction): PasteNotice | null {
  if (notice?.kind !== 'pasted') return null
  let { from, to } = notice
  for (const map of tr.mapping.maps) {
    let isTouched = false
    map.forEach((start, end) => {
      isTouched ||= start < to && end > from
    })
    if (isTouched) return null
    from = map.map(from, 1)
    to = map.map(to, -1)
  }
  const { age, steps, table = null } = notice
  if (age >= OLD) return null
  return {
    ...notice,
    from,
    to,
    isLast: false,
    age: age + 1,
    steps: steps && { ...steps, at: tr.mapping.map(steps.at) },
    table: table && { ...table, at: tr.mapping.map(table.at) },
  }
}
