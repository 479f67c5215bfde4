const ATTRIBUTE = /([^\s"'<>/=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/g
/**
 * A light scanner that cuts HTML into tags, text and what is never shown. It follows the standard's
 * tokeniser closely enough to count and to propose cuts, needs no DOM (it runs in Node and before
 * any library has loaded) and takes time in proportion to the length, whatever it is given. It knows
 * nothing of nesting and must not be used to decide what is safe.
 */
export interface HtmlToken {
  kind: 'open' | 'close' | 'text' | 'hidden'
  /** Lower-case element name of a tag, else ''. */
  name: string
  start: number
  end: number
}

/** Elements whose content is not markup; of these, what is inside is not shown either. */
const RAW = new Set([
  'script',
  'style',
  'title',
  'noembed',
  'noframes',
  'iframe',
  'xmp',
  'textarea',
])
const SHOWN_RAW = new Set(['xmp', 'textarea'])

/** The tokens of `html`, in order and without gaps: joined, they are the input. */
export function* scanHtml(html: string): Generator<HtmlToken> {
  let at = 0
  let textStart = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const token = tokenAt(html, open)
    if (!token) {
      at = open + 1
      continue
    }
    if (open > textStart) yield { kind: 'text', name: '', start: textStart, end: open }
    yield token
    at = token.end
    if (token.kind === 'open' && RAW.has(token.name)) {
      const end = endOfRaw(html, token.name, at)
      if (end > at) {
        const kind = SHOWN_RAW.has(token.name) ? 'text' : 'hidden'
        yield { kind, name: '', start: at, end }
      }
      at = end
    }
    textStart = at
  }
  if (textStart < html.length) {
    yield { kind: 'text', name: '', start: textStart, end: html.length }
  }
}

function tokenAt(html: string, start: number): HtmlToken | null {
  const closing = html[start + 1] === '/'
  const nameStart = start + (closing ? 2 : 1)
  const next = html[nameStart]
  if (next !== undefined && /[a-z]/i.test(next)) {
    const name = /[^\s/>]+/y
    name.lastIndex = nameStart
    const found = name.exec(html)?.[0] ?? ''
    const end = endOfTag(html, nameStart + found.length)
    // A tag that never ends swallows the rest: nothing of it is shown.
    if (end === null) return { kind: 'hidden', name: '', start, end: html.length }
    return { kind: closing ? 'close' : 'open', name: found.toLowerCase(), start, end }
  }
  if (html.startsWith('<!--', start)) return hiddenUntil(html, start, endOfComment(html, start + 4))
  if (closing ? next !== undefined : next === '!' || next === '?') {
    const end = html.indexOf('>', nameStart)
    return hiddenUntil(html, start, end < 0 ? html.length : end + 1)
  }
  return null
}

function hiddenUntil(_html: string, start: number, end: number): HtmlToken {
  return { kind: 'hidden', name: '', start, end }
}

function endOfComment(html: string, from: number): number {
  // `<!-->` and `<!--->` are comments too.
  if (html[from] === '>') return from + 1
  if (html.startsWith('->', from)) return from + 2
  const end = /--!?>/g
  end.lastIndex = from
  return end.exec(html) ? end.lastIndex : html.length
}

/** The index after the `>` that ends a tag, minding quoted values; null when there is none. */
function endOfTag(html: string, from: number): number | null {
  // An attribute name, with a value in one of three notations if there is one, or a stray character.
  const part = /[\s/]+|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>"'][^\s>]*)?)?/y
  part.lastIndex = from
  while (part.lastIndex < html.length) {
    if (html[part.lastIndex] === '>') return part.lastIndex + 1
    const before = part.lastIndex
    if (!part.test(html)) part.lastIndex = before + 1
  }
  return null
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** An attribute as it is written in a tag. */
interface WrittenAttribute {
  /** Lower case. */
  name: string
  /** Without quotes; entities as they are written. */
  value: string
  start: number
  end: number
}

/** The attributes of an opening tag, in the order in which they are written. */
export function scanAttributes(html: string, { name, start, end }: HtmlToken): WrittenAttribute[] {
  const from = start + 1 + name.length
  return [...html.slice(from, end - 1).matchAll(ATTRIBUTE)].map((found) => ({
    name: (found[1] ?? '').toLowerCase(),
    value: found[2] ?? found[3] ?? found[4] ?? '',
    start: from + found.index,
    end: from + found.index + found[0].length,
  }))
}
