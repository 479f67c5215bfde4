/** A text with the states before it and those that were undone. */
export type History = {
  readonly past: readonly string[]
  readonly present: string
  readonly future: readonly string[]
  /** What the last change was about: changes about the same thing are one step. */
  readonly about: string | null
}

/** How many steps can be undone. */
const MOST_STEPS = 200

/** A history that begins with a text. */
export function historyOf(present: string): History {
  return { past: [], present, future: [], about: null }
}

/**
 * The history after a change. Changes that are `about` the same thing, such as typing in one field,
 * become one step; null is about nothing else.
 */
export function changed(history: History, present: string, about: string | null = null): History {
  if (present === history.present) return history
  if (about !== null && about === history.about) return { ...history, present, future: [] }
  const past = [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], about }
}

/** The history one step back; the same one where there is none. */
export function undone({ past, present, future, ...rest }: History): History {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future, ...rest }
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null }
}

/** The history one step on again; the same one where there is none. */
export function redone({ past, present, future, ...rest }: History): History {
  const [next, ...later] = future
  if (next === undefined) return { past, present, future, ...rest }
  return { past: [...past, present], present: next, future: later, about: null }
}
