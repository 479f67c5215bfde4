import { inertDocument } from '#html/parse/inert-document.ts'
import type { TextFormat } from './text-format.ts'

/** An element around text, and what makes two of them the same. */
interface Wrapper {
  key: string
  make: () => Element
}

/** Writes the content of one line: each format once around all that has it. */
export interface LineWriter {
  text: (text: string, format: TextFormat) => void
  /** A line break or a picture. */
  element: (element: Element, format: TextFormat) => void
  /** Whether something can be seen in the line. */
  isEmpty: () => boolean
  /** Ends with a line break, so that a second one ends the paragraph. */
  endsWithBreak: () => boolean
  /** Drops what stands at the end without being seen. */
  finish: () => void
}

export function createLineWriter(line: Element): LineWriter {
  let open: { key: string; element: Element }[] = []
  let space = ''
  let last: Text | null = null
  let isEmpty = true

  const enter = (format: TextFormat): Element => {
    const wanted = wrappersOf(format)
    let shared = 0
    while (shared < open.length && open[shared]?.key === wanted[shared]?.key) shared += 1
    open = open.slice(0, shared)
    // Beside an ordinary space a hard one is only how some programs write two.
    if (space !== '' && last) last.data = last.data.replace(/(?<!\u00a0 ?)\u00a0$/, '')
    // A space between two formats belongs to what both have.
    if (space !== '') (open.at(-1)?.element ?? line).append(space)
    space = ''
    for (const { key, make } of wanted.slice(shared)) {
      const element = make()
      const around = open.at(-1)?.element ?? line
      around.append(element)
      open.push({ key, element })
    }
    return open.at(-1)?.element ?? line
  }

  return {
    text(text, format) {
      const atStart = isEmpty || line.lastChild?.nodeName === 'BR'
      const collapsed = collapse(text)
      const words = collapsed.replaceAll(atStart ? AT_START : /^ +| +$/g, '')
      if (collapsed.startsWith(' ') && !atStart) space = ' '
      if (words === '') return
      const around = enter(format)
      last = inertDocument().createTextNode(words)
      around.append(last)
      isEmpty = false
      if (collapsed.endsWith(' ')) space = ' '
    },
    element(element, format) {
      if (element.localName === 'br') {
        space = ''
        open = []
        if (!isEmpty) line.append(element)
        return
      }
      enter(format).append(element)
      isEmpty = false
    },
    isEmpty: () => isEmpty,
    endsWithBreak: () => line.lastChild?.nodeName === 'BR',
    finish() {
      while (line.lastChild?.nodeName === 'BR') line.lastChild.remove()
      // Blanks to be filled in are underlined.
      if (last && line.contains(last) && !last.parentElement?.closest('u')) {
        last.data = last.data.trimEnd()
      }
    },
  }
}

/** Space that nobody sees, and a single hard one; several of them are how people indent. */
const AT_START = /^ +(?:\u00a0(?![ \u00a0]*\u00a0) *)?|^\u00a0(?![ \u00a0]*\u00a0) *| +$/g

/**
 * Runs of space as one. Hard spaces stay where there are several, which is how people leave room; one
 * alone stays when no other space is beside it.
 */
function collapse(text: string): string {
  return text.replaceAll(/[\t\r\n\f \u00a0\u2003]{2,}|[\t\r\n\f]/g, (run) =>
    /\u00a0[^\u00a0]*\u00a0/.test(run) ? run.replaceAll(/[\t\r\n\f \u2003]+/g, ' ') : ' ',
  )
}

function wrappersOf(format: TextFormat): Wrapper[] {
  const { href, look, position } = format
  const wrappers: Wrapper[] = []
  const add = (tag: string, attributes: Record<string, string> = {}) => {
    wrappers.push({
      key: `${tag} ${JSON.stringify(attributes)}`,
      make: () => elementOf(tag, attributes),
    })
  }
  if (href !== null) add('a', { href })
  for (const meaning of format.meanings) {
    const title = meaning.getAttribute('title')
    add(meaning.localName, title === null ? {} : { title })
  }
  if (look !== '') add('span', { style: look })
  if (format.bold && !format.weightless) add('strong')
  if (format.italic) add('em')
  if (format.underline && href === null) add('u')
  if (format.strike) add('s')
  if (position) add(position)
  if (format.code) add('code')
  return wrappers
}

export function elementOf(tag: string, attributes: Record<string, string> = {}): Element {
  const element = inertDocument().createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
