import { align } from './align.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { attributeName, partName } from '#html/profile/part-names.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'

/** One way in which a text is not what it was before. */
export interface Difference {
  kind: 'lost' | 'added' | 'changed'
  /** What it is, in plain words and with its first words: `Link “read this”`. */
  what: string
  /** Where it is: in the text after for what was added, otherwise in the text before. */
  position: TextPosition
}

/** The beginning of an element, a word or a comment. */
interface Token {
  kind: 'element' | 'word' | 'comment'
  /** Equal keys can stand for each other. */
  key: string
  position: TextPosition
  element: Element | null
  /** The index of the token behind it and all that it contains. */
  end: number
}

const QUOTE_LENGTH = 40

/**
 * What was lost, added or changed between two texts, in the order of the text. Both are compared as the
 * browser reads them, so that other ways to write the same are no difference; nor is the amount of
 * space between words. Needs a DOM.
 */
export function differencesOf(before: string, after: string): Difference[] {
  const one = tokensOf(before)
  const other = tokensOf(after)
  const pairs = align(
    one.map(({ key }) => key),
    other.map(({ key }) => key),
  )
  const pairsIn = [pairsBefore(pairs, 0, one.length), pairsBefore(pairs, 1, other.length)] as const
  const found: Difference[] = []
  let a = 0
  let b = 0
  for (const [nextA, nextB] of [...pairs, [one.length, other.length] as const]) {
    found.push(...changesOf(one.slice(a, nextA), other.slice(b, nextB)))
    const left = one[nextA]
    const right = other[nextB]
    if (left?.element && right?.element) {
      found.push(...attributeChanges(left, right))
      if (pairsIn[0][left.end] !== pairsIn[1][right.end]) {
        found.push(changed(`${partWords(left)} ends in a different place`, left))
      }
    }
    a = nextA + 1
    b = nextB + 1
  }
  return found
}

/** For each index of one of the lists: how many pairs there are before it. */
function pairsBefore(pairs: readonly [number, number][], side: 0 | 1, length: number): number[] {
  const paired = new Set(pairs.map((pair) => pair[side]))
  const counts = [0]
  for (let index = 0; index < length; index += 1) {
    counts.push((counts[index] ?? 0) + (paired.has(index) ? 1 : 0))
  }
  return counts
}

function tokensOf(html: string): Token[] {
  const tokens: Token[] = []
  const counts = new Map<string, number>()
  const add = (
    kind: Token['kind'],
    key: string,
    position: TextPosition,
    element: Element | null,
  ) => {
    const token = { kind, key, position: position, element, end: tokens.length + 1 }
    tokens.push(token)
    return token
  }
  const read = (parent: Node, inside: TextPosition) => {
    for (const node of parent.childNodes) {
      const value = node.nodeValue ?? ''
      if (node instanceof Element) {
        const tag = node.localName
        const nth = counts.get(tag) ?? 0
        counts.set(tag, nth + 1)
        const position = { selector: tag, nth, quote: shortened(node.textContent ?? '') }
        const token = add('element', `<${tag}`, position, node)
        read(node, position)
        token.end = tokens.length
      } else if (node.nodeType === Node.COMMENT_NODE) {
        add('comment', `<!--${value}`, { ...inside, quote: shortened(value) }, null)
      } else {
        for (const word of value.split(/[ \t\r\n\f]+/).filter(Boolean)) {
          add('word', word, { ...inside, quote: word }, null)
        }
      }
    }
  }
  read(parseInert(html), { selector: '', nth: 0, quote: '' })
  return tokens
}

/** What stands in one text and not in the other, between two places at which they agree. */
function changesOf(lost: readonly Token[], added: readonly Token[]): Difference[] {
  const lostParts = lost.filter(({ kind }) => kind === 'element')
  const addedParts = added.filter(({ kind }) => kind === 'element')
  const found: Difference[] = lostParts.map((token, index) => {
    const instead = addedParts[index]
    return instead
      ? changed(`${partWords(token)} became ${partName(instead.position.selector)}`, token)
      : { kind: 'lost', what: partWords(token), position: token.position }
  })
  for (const token of addedParts.slice(lostParts.length)) {
    found.push({ kind: 'added', what: partWords(token), position: token.position })
  }
  return [...found, ...wordChanges(lost, added), ...commentChanges(lost, added)]
}

function wordChanges(lost: readonly Token[], added: readonly Token[]): Difference[] {
  const words = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === 'word')
  const [firstLost] = words(lost)
  const [firstAdded] = words(added)
  const said = (tokens: readonly Token[]) =>
    `“${shortened(
      words(tokens)
        .map(({ key }) => key)
        .join(' '),
    )}”`
  if (firstLost && firstAdded) return [changed(`${said(lost)} became ${said(added)}`, firstLost)]
  if (firstLost)
    return [{ kind: 'lost', what: `The words ${said(lost)}`, position: firstLost.position }]
  if (!firstAdded) return []
  return [{ kind: 'added', what: `The words ${said(added)}`, position: firstAdded.position }]
}

function commentChanges(lost: readonly Token[], added: readonly Token[]): Difference[] {
  const list = (tokens: readonly Token[], kind: 'lost' | 'added') =>
    tokens
      .filter((token) => token.kind === 'comment')
      .map(({ position }): Difference => ({ kind, what: `Comment “${position.quote}”`, position }))
  return [...list(lost, 'lost'), ...list(added, 'added')]
}

function attributeChanges(one: Token, other: Token): Difference[] {
  const found: Difference[] = []
  for (const { name, value } of one.element?.attributes ?? []) {
    const now = other.element?.getAttribute(name) ?? null
    const what = `${attributeName(name)} of ${partWords(one)}`
    if (now === null) found.push({ kind: 'lost', what, position: one.position })
    else if (now.trim() !== value.trim()) {
      found.push(changed(`${what}: “${shortened(value)}” became “${shortened(now)}”`, one))
    }
  }
  for (const name of other.element?.getAttributeNames() ?? []) {
    if (one.element?.hasAttribute(name)) continue
    const what = `${attributeName(name)} of ${partWords(other)}`
    found.push({ kind: 'added', what, position: other.position })
  }
  return found
}

function changed(what: string, { position }: Token): Difference {
  return { kind: 'changed', what, position }
}

function partWords({ position: { selector, quote } }: Token): string {
  return quote === '' ? partName(selector) : `${partName(selector)} “${quote}”`
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : line
}
