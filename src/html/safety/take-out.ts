import { ALLOWED_TAGS } from './allow-list.ts'
import { isBlockElement, isBlankText } from '#html/parse/known-elements.ts'
import { DISARMED, DISARMED_TRACK } from './disarm.ts'
import { isApartByStyle, keepApart, standsApart } from './keep-apart.ts'

/** Something that was taken out: an element, an attribute of one, or a declaration of its style. */
export interface Removed {
  kind: 'element' | 'attribute' | 'style' | 'nesting'
  /** Tag, attribute or property name; for `nesting` the tag of the element that was unwrapped. */
  name: string
  /** Tag of the element that an attribute or a style stood on. */
  on?: string
}

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_TAGS)
const HTML = 'http://www.w3.org/1999/xhtml'

/** Elements whose content is not shown as text: it goes with them. */
const WORDLESS =
  'script, style, template, title, noscript, noframes, noembed, iframe, audio, video, svg, math, xml'

/** Those of them that are seen between words. */
const SHOWN = new Set('iframe audio video svg math'.split(' '))

/**
 * Takes out of a parsed text, in place, every element that is not let through, and every event handler;
 * returns them. Words stay, apart from each other as they were shown. The sanitiser would unwrap them
 * as well, but in a document of its own, where browsers report style sheets, base addresses and more as
 * violations of the page's policy, and it would let the words run together.
 */
export function takeOut(fragment: DocumentFragment): Removed[] {
  const removed: Removed[] = []
  for (const element of fragment.querySelectorAll(WORDLESS)) {
    if (!fragment.contains(element)) continue
    removed.push({ kind: 'element', name: element.localName })
    element.replaceChildren()
    if (SHOWN.has(element.localName)) keepApart(element)
    element.replaceWith(...element.childNodes)
  }
  const inside: Removed[] = []
  // From the inside out, so that what is moved was seen to already.
  for (const element of [...fragment.querySelectorAll('*')].toReversed()) {
    if (ALLOWED.has(element.localName) && element.namespaceURI === HTML) {
      inside.push(...takeOutAttributes(element))
    } else {
      inside.push({ kind: 'element', name: nameOf(element) })
      if (standsApart(element)) keepApart(element)
      element.replaceWith(...element.childNodes)
    }
  }
  inside.unshift(...takeOutComments(fragment))
  fragment.normalize()
  return [...removed, ...inside.toReversed()]
}

/**
 * Takes out comments beside words that look like a tag (`&lt;b&gt;`) where nothing else stands in the
 * line. The sanitiser takes an element that holds just both for an attack and drops it, with its words;
 * a line without one gets a paragraph once it is edited.
 */
function takeOutComments(fragment: DocumentFragment): Removed[] {
  const comments: ChildNode[] = []
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) {
    const { currentNode: comment } = walker
    if (comment instanceof Comment && isBesideMarkup(comment)) comments.push(comment)
  }
  for (const comment of comments) comment.remove()
  return comments.map(({ nodeName }) => ({ kind: 'element', name: nodeName }))
}

function isBesideMarkup(comment: Comment): boolean {
  const before = besides(comment, 'previousSibling')
  // Outside any element, one that a line begins with is not part of it.
  const isApart = !(comment.parentNode instanceof Element) && !before.some(hasWords)
  if (isApart) return false
  const line = [...before, ...besides(comment, 'nextSibling')]
  const words = line.map((node) => (node instanceof Text ? node.data : ''))
  return !line.some((node) => node instanceof Element) && /<[/\w!]/.test(words.join(''))
}

function hasWords(node: Node): boolean {
  return node instanceof Text && !isBlankText(node)
}

/** What stands beside a node as far as its line reaches. */
function besides(node: Node, side: 'previousSibling' | 'nextSibling'): Node[] {
  const found: Node[] = []
  for (let next = node[side]; next && !isBlockElement(next); next = next[side]) found.push(next)
  return side === 'nextSibling' ? found : found.toReversed()
}

function takeOutAttributes(element: Element): Removed[] {
  // Of what takes words off their line, only a position is no longer there afterwards.
  const style = element.getAttribute('style') ?? ''
  if (/position/i.test(style) && isApartByStyle(element)) keepApart(element)
  const removed: Removed[] = []
  for (const name of element.getAttributeNames()) {
    if (!/^(?:data-disarmed-)?(?:on|is$)/i.test(name)) continue
    element.removeAttribute(name)
    removed.push({
      kind: 'attribute',
      name: name.replace(DISARMED, ''),
      on: element.localName,
    })
  }
  return removed
}

function nameOf(element: Element): string {
  return element.hasAttribute(DISARMED_TRACK) ? 'track' : element.localName
}
