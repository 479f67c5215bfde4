/**
 * What a text that is being typed looks like to those who show it: blocks that keep their identity
 * while they are unchanged, and a call when there are new ones. Imports nothing, so that any screen
 * may hold one before the editor and the sanitiser have loaded.
 */

/** One top-level piece of a text. An unchanged block is the same object in the next list. */
export interface Block {
  readonly html: string
}

/** A text as blocks. Their `html` joined is exactly the string that is stored and sent. */
export interface LiveSource {
  getBlocks: () => readonly Block[]
  /** Calls `listener` at most once per animation frame; returns the way to stop. */
  subscribe: (listener: () => void) => () => void
}

/** A one-line text, such as the task title. */
export interface LiveText {
  getText: () => string
  subscribe: (listener: () => void) => () => void
}

export interface WritableLiveSource extends LiveSource {
  /** Replaces the blocks and tells the listeners at once: call it from an animation frame. */
  publish: (blocks: readonly Block[]) => void
}

export interface WritableLiveText extends LiveText {
  /** Stores the text now and tells the listeners in the next animation frame. */
  set: (text: string) => void
}

/** The blocks of a text that nobody edits: one, or none when it is empty. */
export function blocksOfHtml(html: string): readonly Block[] {
  return html === '' ? [] : [{ html }]
}

/** A source that starts with `html` as one block. */
export function createLiveSource(html = ''): WritableLiveSource {
  const listeners = createListeners()
  let blocks = blocksOfHtml(html)
  return {
    getBlocks: () => blocks,
    subscribe: listeners.subscribe,
    publish(next) {
      blocks = next
      listeners.tell()
    },
  }
}

/** A text that starts as `text`. */
export function createLiveText(text = ''): WritableLiveText {
  const listeners = createListeners()
  let current = text
  let frame = 0
  return {
    getText: () => current,
    subscribe: listeners.subscribe,
    set(next) {
      if (next === current) return
      current = next
      frame ||= requestAnimationFrame(() => {
        frame = 0
        listeners.tell()
      })
    },
  }
}

function createListeners() {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell: () => {
      const errors: unknown[] = []
      for (const listener of listeners) {
        try {
          listener()
        } catch (error) {
          // It is nothing to those who show the text elsewhere.
          errors.push(error)
        }
      }
      if (errors.length > 0) throw errors[0]
    },
  }
}
