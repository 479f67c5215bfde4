import {
  BLOCK_ELEMENTS,
  CARRIED_ELEMENTS,
  KNOWN_ELEMENTS,
  VOID_ELEMENTS,
} from '#html/parse/known-elements.ts'
import { scanAttributes, scanHtml, type HtmlToken } from '#html/parse/scan-html.ts'

/** Something in a text that the browser reads in another way than it is written. */
export interface MarkupProblem {
  start: number
  end: number
  /** What the browser makes of it, in plain words. */
  message: string
}

/** End tags that may be left out. */
const OPTIONAL_END = new Set(
  'li p dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp'.split(' '),
)
const LISTS = new Set(['ul', 'ol', 'menu', 'dir'])
const CELLS = new Set(['td', 'th'])
const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])
const TABLE: ReadonlySet<string> = new Set(['table'])
const TABLE_PARTS = new Set([...CELLS, ...SECTIONS, 'tr', 'caption', 'colgroup', 'col'])
const HEADING = /^h[1-6]$/
const PAGE = new Set(['html', 'head', 'body', 'frameset', 'frame'])

/** What an element closes when it begins, as far up as one of the others. */
const CLOSES: Readonly<
  Record<string, { closed: ReadonlySet<string>; within: ReadonlySet<string> }>
> = {
  li: { closed: new Set(['li']), within: LISTS },
  dt: { closed: new Set(['dt', 'dd']), within: new Set(['dl']) },
  dd: { closed: new Set(['dt', 'dd']), within: new Set(['dl']) },
  td: { closed: CELLS, within: new Set(['tr', 'table']) },
  th: { closed: CELLS, within: new Set(['tr', 'table']) },
  tr: { closed: new Set(['tr', 'caption', 'colgroup']), within: new Set([...SECTIONS, 'table']) },
  option: { closed: new Set(['option']), within: new Set(['select']) },
  rt: { closed: new Set(['rt', 'rp']), within: new Set(['ruby']) },
  rp: { closed: new Set(['rt', 'rp']), within: new Set(['ruby']) },
  ...Object.fromEntries(
    [...SECTIONS].map((name) => [
      name,
      { closed: new Set([...SECTIONS, 'caption', 'colgroup']), within: new Set(['table']) },
    ]),
  ),
}

/** An end tag in a cell means nothing outside of it. */
const BARRIERS = new Set([...CELLS, 'caption', 'table'])

/** Elements open at once that are looked through for each further tag. */
const MOST_OPEN = 500

type Open = HtmlToken

/**
 * Where the browser reads `html` in another way than it is written: tags that are never closed, closed
 * in the wrong order or not open at all, elements that cannot stand where they are or do not exist, ids
 * that are used twice. A light look at the tags without a DOM, in time proportional to the length.
 */
export function markupProblems(html: string): MarkupProblem[] {
  const problems: MarkupProblem[] = []
  const report = ({ start, end }: { start: number; end: number }, message: string) =>
    problems.push({ start, end, message })
  const ids = new Set<string>()
  let stack: Open[] = []
  /** Formatting that goes on behind the element in which it was left open. */
  const carried: string[] = []
  /** How many paragraphs the browser closed although their end tags are still to come. */
  let endedParagraphs = 0

  /** Closes the elements above `depth` because of a tag; those that need an end tag are reported. */
  const closeTo = (depth: number, why: string) => {
    for (const open of stack.slice(depth).toReversed()) {
      if (OPTIONAL_END.has(open.name)) continue
      if (CARRIED_ELEMENTS.has(open.name)) {
        carried.push(open.name)
        report(
          open,
          `<${open.name}> is still open at ${why}. The browser closes it there and opens it again for the text that follows.`,
        )
      } else report(open, `<${open.name}> is still open at ${why}. The browser closes it there.`)
    }
    stack = stack.slice(0, depth)
  }

  const begin = (token: HtmlToken) => {
    const { name } = token
    checkTag(html, token, ids, report)
    if (PAGE.has(name)) return
    const isOutside = stack.every((open) => open.name !== 'table')
    if (TABLE_PARTS.has(name) && isOutside) {
      report(token, `<${name}> is not inside a table. The browser ignores the tag.`)
      return
    }
    const inTable = stack.at(-1)?.name ?? ''
    if (
      (inTable === 'table' || inTable === 'tr' || SECTIONS.has(inTable)) &&
      !TABLE_PARTS.has(name)
    ) {
      report(
        token,
        `<${name}> is in a table but not in a cell. The browser moves it in front of the table.`,
      )
    }
    if (BLOCK_ELEMENTS.has(name) && !TABLE_PARTS.has(name)) {
      const depth = depthOf(stack, 'p', BARRIERS)
      if (depth >= 0) {
        // A tidy end tag would have come before; when it comes later it closes nothing.
        if (name !== 'p' && hasEndTag(html, token.start, 'p')) endedParagraphs += 1
        closeTo(depth, `<${name}>, where its paragraph ends`)
      }
    }
    const closes = Object.hasOwn(CLOSES, name) ? CLOSES[name] : undefined
    const closedAt = closes ? nearest(stack, closes.closed, closes.within) : -1
    if (closedAt >= 0) closeTo(closedAt, `the next <${name}>`)
    if (HEADING.test(name) && HEADING.test(stack.at(-1)?.name ?? '')) {
      closeTo(stack.length - 1, `<${name}>, because headings cannot contain each other`)
    }
    const outerLink = name === 'a' ? depthOf(stack, 'a', BARRIERS) : -1
    if (outerLink >= 0) {
      report(token, 'A link cannot contain another link. The browser closes the first one here.')
      stack = stack.toSpliced(outerLink, 1)
    }
    if (name === 'li' && !stack.some((open) => LISTS.has(open.name))) {
      report(token, '<li> is not inside a list. It needs <ul> or <ol> around it.')
    }
    if (CELLS.has(name) && stack.at(-1)?.name !== 'tr') {
      report(token, `<${name}> is not inside a row. The browser adds one around it.`)
    }
    if (!VOID_ELEMENTS.has(name)) stack.push(token)
  }

  const end = (token: HtmlToken) => {
    const { name } = token
    if (PAGE.has(name)) return
    if (VOID_ELEMENTS.has(name)) {
      const made = name === 'br' ? 'turns it into a line break' : 'ignores it'
      report(token, `<${name}> has no end tag. The browser ${made}.`)
      return
    }
    const depth = HEADING.test(name)
      ? stack.findLastIndex((open) => HEADING.test(open.name))
      : depthOf(stack, name, TABLE_PARTS.has(name) || name === 'table' ? TABLE : BARRIERS)
    if (depth >= 0) {
      const open = stack[depth]
      if (open && open.name !== name) {
        report(token, `This closes <${open.name}>: browsers accept the end tag of any heading.`)
      }
      const inner = stack.slice(depth + 1).find((above) => BLOCK_ELEMENTS.has(above.name))
      if (inner && CARRIED_ELEMENTS.has(name)) {
        report(
          token,
          `<${inner.name}> is still open here. The browser splits <${name}> into one part before it and one inside it.`,
        )
      }
      closeTo(depth + 1, `</${name}>`)
      stack = stack.slice(0, depth)
      return
    }
    const again = carried.lastIndexOf(name)
    if (again >= 0) carried.splice(again, 1)
    else if (name === 'p') {
      const why = endedParagraphs > 0 ? 'The paragraph has already ended' : 'No <p> is open here'
      endedParagraphs = Math.max(0, endedParagraphs - 1)
      report(
        token,
        `${why}: a paragraph cannot contain boxes, lists or tables. The browser turns this tag into an empty paragraph.`,
      )
    } else report(token, `No <${name}> is open here. The browser ignores this tag.`)
  }

  for (const token of scanHtml(html)) {
    if (stack.length > MOST_OPEN) {
      report(token, `More than ${MOST_OPEN} elements are open here. The rest is not checked.`)
      return problems.toSorted((one, other) => one.start - other.start)
    }
    if (token.kind === 'open') begin(token)
    else if (token.kind === 'close') end(token)
    else if (token.kind === 'hidden') checkHidden(html, token, report)
  }
  for (const open of stack) {
    if (OPTIONAL_END.has(open.name)) continue
    report(open, `<${open.name}> is never closed. The browser closes it at the end of the text.`)
  }
  return problems.toSorted((one, other) => one.start - other.start)
}

type Report = (position: { start: number; end: number }, message: string) => void

function checkTag(html: string, token: HtmlToken, ids: Set<string>, report: Report): void {
  const { name, start, end } = token
  if (PAGE.has(name)) {
    report(token, `<${name}> belongs to a whole page. Inside a text, the browser ignores it.`)
    return
  }
  const inside = html.slice(start + 1, end - 1).search(/<[a-z/]/i)
  if (inside >= 0 && !/["']/.test(html.slice(start, start + inside))) {
    report(token, 'This tag has no “>” of its own. The browser treats what follows as part of it.')
    return
  }
  if (!KNOWN_ELEMENTS.has(name)) {
    report(token, `HTML has no <${name}> element. Only the words in it are shown.`)
  }
  if (html.startsWith('/', end - 2) && !VOID_ELEMENTS.has(name) && !isInValue(html, token)) {
    report(token, `The browser ignores the slash: <${name}> stays open until </${name}>.`)
  }
  const seen = new Set<string>()
  for (const attribute of scanAttributes(html, token)) {
    if (seen.has(attribute.name)) {
      report(attribute, `“${attribute.name}” is given twice. The browser uses the first one.`)
    }
    seen.add(attribute.name)
    if (attribute.name !== 'id' || attribute.value === '') continue
    if (ids.has(attribute.value)) {
      report(attribute, `The id “${attribute.value}” is already used. Links lead to the first one.`)
    }
    ids.add(attribute.value)
  }
}

/** Whether the slash before `>` ends a value without quotes, such as an address. */
function isInValue(html: string, token: HtmlToken): boolean {
  return scanAttributes(html, token).some(
    ({ value, end }) => end === token.end - 1 && value.endsWith('/'),
  )
}

function checkHidden(html: string, token: HtmlToken, report: Report): void {
  const text = html.slice(token.start, token.end)
  if (/^<\/?[a-z]/i.test(text)) {
    report(token, 'This tag never ends. The browser ignores everything from here on.')
  } else if (text.startsWith('<!--') && token.end === html.length && !/--!?>$/.test(text)) {
    report(token, 'This comment never ends. Everything from here on is part of the comment.')
  }
}

/** The depth of the innermost open element of that name, not looking beyond a barrier; -1 if none. */
function depthOf(stack: readonly Open[], name: string, barriers: ReadonlySet<string>): number {
  return nearest(stack, new Set([name]), barriers)
}

function nearest(
  stack: readonly Open[],
  names: ReadonlySet<string>,
  barriers: ReadonlySet<string>,
): number {
  for (let depth = stack.length - 1; depth >= 0; depth -= 1) {
    const name = stack[depth]?.name ?? ''
    if (names.has(name)) return depth
    if (barriers.has(name)) return -1
  }
  return -1
}

/** Whether an end tag of that name comes before another beginning. */
function hasEndTag(html: string, from: number, name: string): boolean {
  const next = new RegExp(`<(/?)${name}[\\s/>]`, 'gi')
  next.lastIndex = from
  return next.exec(html)?.[1] === '/'
}
