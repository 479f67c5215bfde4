import type { TextPosition } from '#html/parse/edit-blocks.ts'
import { createLiveSource, type Block } from '#html/parse/live-source.ts'
import type { FormattedText } from '#html/parse/unread-text.ts'

/** What can be done to a text where it is shown, whichever way that is. */
export interface ShownText {
  /** Hands over at once what was typed last; false when the text must not be sent as it is. */
  flush: () => boolean
  /** Replaces the text in one step that can be undone; what is the same keeps its bytes. */
  rewrite: (html: string) => void
  /** Shows a place and selects it; does nothing when neither element nor words are found. */
  reveal: (position: TextPosition) => void
}

export type TextChannel = ReturnType<typeof createTextChannel>

/** How long a text that is typed without a pause may be newer than what is kept of it. */
const LOOK_MS = 400

/**
 * One formatted text between its editor and everybody else; `html` is the text at the start. The editor
 * publishes every key as blocks, one frame later, and hands the text over to the form as a string when
 * the writer pauses. Some people never pause: so what is kept may be taken from what was published, but
 * only if that came after the form got the text last. An editor that is not there yet has published
 * nothing, and one that has just handed over is a frame behind its own text.
 */
export function createTextChannel(html = '') {
  const source = createLiveSource(html)
  let shown: ShownText | null = null
  let handedOver = html
  let isAhead = false
  const published = () =>
    source
      .getBlocks()
      .map((block) => block.html)
      .join('')

  return {
    getBlocks: source.getBlocks,
    subscribe: source.subscribe,
    /** For the editor: replaces the blocks and tells those who show them. Call it from a frame. */
    publish: (blocks: readonly Block[]) => {
      isAhead = true
      source.publish(blocks)
    },
    /** For the editor: tells who shows the text from now on; returns how to withdraw. */
    attach: (text: ShownText) => {
      shown = text
      return () => {
        if (shown === text) shown = null
      }
    },
    /** Has the editor hand over what was typed last. False when the text must not be sent as it is. */
    flush: () => {
      try {
        return shown?.flush() ?? true
      } catch {
        return false
      }
    },
    /** Replaces the text where it is shown, in one step that can be undone; false when it is not shown. */
    rewrite: (next: string) => {
      shown?.rewrite(next)
      return shown !== null
    },
    /** Shows a place of the text and selects it. */
    reveal: (position: TextPosition) => shown?.reveal(position),
    /** For the form: the text that it holds now. The newest one, if it differs from the one before. */
    settle: (next: string) => {
      if (next === handedOver) return
      handedOver = next
      isAhead = false
    },
    /** The text as published, when that is newer than what the form holds; else null. */
    newer: () => (isAhead ? published() : null),
    /** Calls `listener` now and then while the text is ahead of the form; returns how to stop. */
    whenAhead: (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      // Not with each key, because the whole text is compared.
      const look = () => {
        timer = undefined
        if (isAhead && published() === handedOver) isAhead = false
        if (isAhead) listener()
      }
      const stop = source.subscribe(() => {
        timer ??= setTimeout(look, LOOK_MS)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}

/** The formatted texts of a form, each with its way to its editor and to those who show it. */
export type TextChannels = Readonly<Record<FormattedText, TextChannel>>

/** The channels of the texts that a form begins with. */
export function createTextChannels(texts: Readonly<Record<FormattedText, string>>): TextChannels {
  return {
    introduction: createTextChannel(texts.introduction),
    steps: createTextChannel(texts.steps),
  }
}

/** Has all texts of a form handed over. Returns those that must not be sent; one stops no other. */
export function flushTexts<Name extends string>(
  channels: Readonly<Record<Name, TextChannel>>,
): Name[] {
  const names: Name[] = []
  for (const name in channels) if (!channels[name].flush()) names.push(name)
  return names
}
