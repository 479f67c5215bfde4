import { createContext, useContext, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { DataColumn } from '#contract/dataset.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { keyOf, type BuilderState } from './builder-state.ts'
import type { BuilderStore } from './builder-store.ts'

type Builder = {
  store: BuilderStore
  /** The columns that can be shown; null when the data have none, undefined when that is not known. */
  columns: readonly string[] | null | undefined
  /** The same with what they hold in the first row, where that is at hand. */
  firstValues: readonly DataColumn[]
}

export const BuilderContext = createContext<Builder | null>(null)

/** The builder that a part of it belongs to. Throws outside of one. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext)
  if (!builder) throw new Error('Outside of the question builder')
  return builder
}

/** A part of what the builder shows; what shows it is drawn again only when that part changes. */
export function useShown<T>(store: BuilderStore, select: (state: BuilderState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

/** Does something to an item and gives the focus to the card where it, or what follows it, is then. */
export function actAndFocus(from: Element, act: () => ItemAddress | null) {
  const root = from.closest('[data-builder]')
  const at = flushSync(act)
  focusCard(root, at)
}

/** Focuses the card of an item; without one what comes first in the builder. */
export function focusCard(root: Element | null, at: ItemAddress | null) {
  const card = at && root?.querySelector<HTMLElement>(`[data-card="${keyOf(at)}"]`)
  const first = root?.querySelector<HTMLElement>('[data-card], [data-first]')
  ;(card || first)?.focus()
}
