import { isBlankHtml } from '#html/blank.ts'
import type { Block, WritableLiveSource } from '#html/live-source.ts'

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
}

/**
 * The way of a text out: blocks go to the live source right after the frame of a change, the string
 * goes to the form when the writer pauses. Knows which of the form's values come from here.
 */
export function createTextDelivery(start: string, source: WritableLiveSource, written: Written) {
  let form: Form | undefined
  /** What the form holds, as far as is known here. */
  let emitted = start
  /** Strings on their way through the form, which come back as its value one by one. */
  let unconfirmed: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let afterFrame: ReturnType<typeof setTimeout> | undefined

  const publishSoon = () => {
    // The frame of the key shows the key; whoever shows the text elsewhere works after it. A second
    // animation frame, asked for in the first, would hold the first back by half its time.
    frame ||= requestAnimationFrame(() => {
      afterFrame = setTimeout(() => {
        frame = 0
        source.publish(written.blocks())
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

  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    const text = written.html()
    const html = isBlankHtml(text) ? '' : text
    if (html === emitted) return
    emitted = html
    unconfirmed.push(html)
    form?.onChange(html)
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

    /** Hands over now what was written last. */
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
    },

    /** Hands over what is left and lets go. */
    end() {
      flush()
      stop()
    },
  }
}
