import { createLineWriter, elementOf, type LineWriter } from './line-writer.ts'
import type { PasteReport } from '#editor/paste/paste-report.ts'
import type { TextFormat } from './text-format.ts'

export interface Rewriting {
  /** Whether colours, highlights and alignment are written. */
  looks: boolean
  report: PasteReport
  /** How many characters have each look, outside links and headings. */
  seen: Map<string, number>
}

/** Lines one after the other, as children of `container`. */
export interface Flow {
  rewriting: Rewriting
  text: (text: string, format: TextFormat) => void
  /** A picture in the line. */
  inline: (element: Element, format: TextFormat) => void
  lineBreak: (format: TextFormat) => void
  block: (element: Element) => void
  end: () => void
}

export function createFlow(container: ParentNode, tag: string, rewriting: Rewriting): Flow {
  let line: { element: Element; writer: LineWriter } | null = null

  const begin = (format: TextFormat): LineWriter => {
    if (!line) {
      const element = elementOf(tag)
      if (format.rtl) element.setAttribute('dir', 'rtl')
      if (rewriting.looks && /^(?:center|right|justify)$/.test(format.align)) {
        element.setAttribute('style', `text-align: ${format.align}`)
      }
      line = { element, writer: createLineWriter(element) }
    }
    return line.writer
  }
  const end = () => {
    if (line && !line.writer.isEmpty()) {
      line.writer.finish()
      container.append(line.element)
    }
    line = null
  }
  const lineBreak = (format: TextFormat) => {
    // Two in a row are a new paragraph, as people write it where Enter makes only a line break.
    if (tag === 'p' && line?.writer.endsWithBreak()) end()
    else begin(format).element(elementOf('br'), format)
  }

  return {
    rewriting,
    text(text, format) {
      const { looks, seen } = rewriting
      if (format.href === null && !format.weightless) {
        seen.set(format.look, (seen.get(format.look) ?? 0) + text.trim().length)
      }
      const look = looks && format.href === null ? format.look : ''
      const parts = format.exact ? text.split(/\r\n?|\n/) : [text]
      parts.forEach((part, index) => {
        // Line breaks between boxes are how the source was laid out, not what it says.
        if (index > 0 && line && text.trim() !== '') lineBreak(format)
        if (line || /[^\s\u00a0]/.test(part)) begin(format).text(part, { ...format, look })
      })
    },
    inline: (element, format) => begin(format).element(element, format),
    lineBreak(format) {
      if (line) lineBreak(format)
    },
    block(element) {
      end()
      container.append(element)
    },
    end,
  }
}

/** Writes what is inside `source` as blocks into `box`, in the format that holds there. */
export type Fill = (box: Element, source: Node, format: TextFormat, rewriting: Rewriting) => void

/** An only paragraph at the start of an item or a cell goes without `<p>`. */
export function tighten(box: Element): void {
  const [first] = box.children
  if (first?.localName !== 'p' || first.attributes.length > 0) return
  if (box.querySelectorAll(':scope > p').length === 1) first.replaceWith(...first.childNodes)
}
