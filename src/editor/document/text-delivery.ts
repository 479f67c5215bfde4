import { isBlankHtml } from '#html/parse/blank.ts'
import { blocksOfHtml, type Block, type WritableLiveSource } from '#html/parse/live-source.ts'

/** From the last key to the form. The live view does not wait for it. */
const IDLE_MS = 300

export interface Form {
  onChange: (html: string) => void
  onBlur: () => void
}

interface Written {
  /** The text now, as those who show it get it. */
  blocks: () => readonly Block[]
  /** The text now, as the form gets it. */
  html: () => string
  /** The text as well as it can be had when the other two throw. */
  raw: () => string
}

/** A text that could not be handed over as it is. */
export interface Unread {
  /** The text as well as it could be had. */
  raw: string
  /** Whether the form has at least that, so that it is stored. */
  kept: boolean
}

/**
 * The way of a text out: blocks go to the live source right after the frame of a change, the string
 * goes to the form when the writer pauses. Knows which of the form's values come from here. Whatever
 * throws on this way, the form gets the raw text, and `onUnread` is told: such a text is not to be sent.
 */
export function createTextDelivery(
  start: string,
  source: WritableLiveSource,
  written: Written,
  onUnread: (unread: Unread | null) => void,
) {
  let form: Form | undefined
  /** What the form holds, as far as is known here. */
  let emitted = start
  /** Strings on their way through the form, which come back as its value one by one. */
  let unconfirmed: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let afterFrame: ReturnType<typeof setTimeout> | undefined
  let unread: Unread | null = null

  const blocksNow = () => {
    try {
      return written.blocks()
    } catch {
      // Whoever shows it cleans it, or says that it cannot be shown.
      return blocksOfHtml(written.raw())
    }
  }

  const publishSoon = () => {
    // The frame of the key shows the key; whoever shows the text elsewhere works after it. A second
    // animation frame, asked for in the first, would hold the first back by half its time.
    frame ||= requestAnimationFrame(() => {
      afterFrame = setTimeout(() => {
        frame = 0
        source.publish(blocksNow())
      })
    })
  }

  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    cancelAnimationFrame(frame)
    clearTimeout(afterFrame)
    frame = 0
  }

  const giveToForm = (html: string) => {
    if (html === emitted) return
    const before = { emitted, unconfirmed }
    emitted = html
    unconfirmed = [...unconfirmed, html]
    try {
      form?.onChange(html)
    } catch (error) {
      ;({ emitted, unconfirmed } = before)
      throw error
    }
  }

  const note = (next: Unread | null) => {
    if (next?.raw === unread?.raw && next?.kept === unread?.kept) return
    unread = next
    onUnread(next)
  }

  const giveRaw = () => {
    const raw = written.raw()
    try {
      giveToForm(raw)
      note({ raw, kept: true })
    } catch {
      note({ raw, kept: false })
    }
  }

  const flush = () => {
    if (timer === undefined && !unread) return true
    clearTimeout(timer)
    timer = undefined
    try {
      const text = written.html()
      giveToForm(isBlankHtml(text) ? '' : text)
      note(null)
      return true
    } catch {
      giveRaw()
      return false
    }
  }

  return {
    /** Who takes the text as HTML, '' when nothing of it can be seen, and is told when it is left. */
    deliverTo(taker: Form) {
      form = taker
    },

    publishSoon,

    /** To be called after every change of the text. */
    changed() {
      publishSoon()
      clearTimeout(timer)
      timer = setTimeout(flush, IDLE_MS)
    },

    /** Hands over now what was written last; false when the text cannot be handed over as it is. */
    flush,

    /** To be called when the focus has left the text. */
    leave() {
      flush()
      form?.onBlur()
    },

    emitted: () => emitted,

    /** Whether a value of the form was written elsewhere; one that was is from now on what it holds. */
    isNews(html: string) {
      const echo = unconfirmed.indexOf(html)
      if (echo >= 0) unconfirmed = unconfirmed.slice(echo + 1)
      return echo < 0 && html !== emitted
    },

    /** Begins again with a text that the form has from elsewhere; what is on its way is dropped. */
    restart(html: string) {
      stop()
      emitted = html
      unconfirmed = []
      note(null)
    },

    /** Hands over what is left and lets go. */
    end() {
      flush()
      stop()
    },
  }
}
