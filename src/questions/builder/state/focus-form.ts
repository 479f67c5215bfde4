import { flushSync } from 'react-dom'
import type { ItemAddress } from '#questions/layout/address.ts'
import { focusCard } from './builder-context.ts'
import { keyOf } from './builder-state.ts'

/** Shows what can be added in a place, with the focus on the first of it. */
export function focusAdding(from: Element, open: () => void) {
  const root = from.closest('[data-builder]')
  flushSync(open)
  root?.querySelector<HTMLElement>('[data-add] [data-kind]')?.focus()
}

/** Opens the form of an item and gives the focus to its first field, or to its card where it has none. */
export function focusForm(from: Element, open: () => ItemAddress | null) {
  const root = from.closest('[data-builder]')
  const at = flushSync(open)
  const field =
    at &&
    root?.querySelector<HTMLElement>(
      `[data-form="${keyOf(at)}"] :is(textarea, input, select, [contenteditable])`,
    )
  if (field) field.focus()
  else focusCard(root, at)
}
