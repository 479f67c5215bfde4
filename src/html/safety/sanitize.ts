import createDOMPurify, { type Config } from 'dompurify'
import {
  ADDRESS_ATTRIBUTES,
  ALLOWED_TAGS,
  IMAGE_ADDRESS,
  INTEGER_ATTRIBUTES,
  PLAIN_ATTRIBUTES,
  SPAN_ATTRIBUTES,
} from './allow-list.ts'
import { cleanStyle } from './clean-style.ts'
import {
  inertDocument,
  parseInert,
  parsingPolicy,
  serializeFragment,
} from '#html/parse/inert-document.ts'
import { assertReadableSize, MAX_DEPTH, MAX_SPAN } from '#html/parse/limits.ts'
import { LINK_ADDRESS } from './link-address.ts'
import { withoutPageShell } from './page-shell.ts'
import { sameNodes } from '#html/compare/same-dom.ts'
import { takeOut, type Removed } from './take-out.ts'

interface Cleaned {
  fragment: DocumentFragment
  html: string
  removed: Removed[]
}

/** Serialising a cleaned tree and parsing it again may change it, rarely more than once. */
const MOST_PASSES = 4

/** The one configuration. An instance of our own, so that nobody else's hooks can join in. */
let purifier: ReturnType<typeof createDOMPurify> | undefined
let removed: Removed[] = []

/**
 * `html` without anything unsafe, as nodes of an inert document: import them into a page, they need
 * no second parse. Throws `TextTooLarge` beyond `MAX_TEXT_BYTES`.
 */
export function cleanFragment(html: string): DocumentFragment {
  return clean(html).fragment
}

/** `html` without anything unsafe. Cleaning it again changes nothing. Throws `TextTooLarge`. */
export function cleanHtml(html: string): string {
  return clean(html).html
}

/**
 * What may leave the browser: the bytes of `source`, without the shell of a page, when cleaning changes
 * only how they are written (`<br/>`, `&copy;`, an unclosed `<li>`), else the cleaned string and what it
 * lost. Throws `TextTooLarge`.
 */
export function outgoingHtml(source: string): { html: string; removed: Removed[] } {
  const text = withoutPageShell(source)
  const cleaned = clean(text)
  return sameNodes(parseInert(text), cleaned.fragment)
    ? { html: text, removed: [] }
    : { html: cleaned.html, removed: cleaned.removed }
}

function clean(source: string): Cleaned {
  assertReadableSize(source)
  const everything: Removed[] = []
  let html = source
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const parsed = parseInert(html)
    everything.push(...flatten(parsed), ...takeOut(parsed))
    const fragment = purify(parsed)
    everything.push(...removed)
    html = serializeFragment(fragment)
    if (sameNodes(fragment, parseInert(html))) return { fragment, html, removed: everything }
  }
  // Markup that never settles is an attack on the parser: only its words are kept.
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(parseInert(html).textContent ?? '')
  everything.push({ kind: 'nesting', name: 'everything' })
  return { fragment, html: serializeFragment(fragment), removed: everything }
}

function purify(parsed: DocumentFragment): DocumentFragment {
  purifier ??= createPurifier()
  removed = []
  // The second argument only tells the types what `setConfig` has settled.
  const fragment = purifier.sanitize(parsed, { RETURN_DOM_FRAGMENT: true })
  for (const entry of purifier.removed) {
    if ('element' in entry) {
      removed.push({ kind: 'element', name: entry.element.nodeName.toLowerCase() })
    } else if (entry.attribute) {
      const on = entry.from.nodeName.toLowerCase()
      removed.push({ kind: 'attribute', name: entry.attribute.name, on })
    }
  }
  return fragment
}

function createPurifier() {
  const instance = createDOMPurify()
  const config: Config = {
    ALLOWED_TAGS,
    ALLOWED_ATTR: [...PLAIN_ATTRIBUTES, ...ADDRESS_ATTRIBUTES],
    ADD_URI_SAFE_ATTR: PLAIN_ATTRIBUTES,
    ALLOWED_URI_REGEXP: LINK_ADDRESS,
    ALLOW_SELF_CLOSE_IN_ATTR: true,
    RETURN_DOM_FRAGMENT: true,
  }
  const policy = parsingPolicy()
  instance.setConfig(policy ? Object.assign(config, { TRUSTED_TYPES_POLICY: policy }) : config)
  instance.addHook('uponSanitizeAttribute', (element, attribute) => {
    const { attrName: name, attrValue: value } = attribute
    if (name === 'src') attribute.keepAttr = IMAGE_ADDRESS.test(value)
    else if (name === 'style') {
      attribute.attrValue = withoutUnsafeStyle(element, value)
      attribute.keepAttr = attribute.attrValue !== ''
    } else if (INTEGER_ATTRIBUTES.has(name)) {
      const number = Number.parseInt(value, 10)
      attribute.keepAttr = !Number.isNaN(number)
      if (attribute.keepAttr) attribute.attrValue = wholeNumber(element, name, value, number)
    }
  })
  return instance
}

function withoutUnsafeStyle(element: Element, style: string): string {
  const result = cleanStyle(style)
  for (const name of result.removed) removed.push({ kind: 'style', name, on: element.localName })
  return result.style
}

function wholeNumber(on: Element, name: string, written: string, number: number): string {
  const wanted = SPAN_ATTRIBUTES.has(name) ? Math.min(Math.max(number, 1), MAX_SPAN) : number
  if (wanted === number && /^[+-]?\d+$/.test(written)) return written
  removed.push({ kind: 'attribute', name, on: on.localName })
  return String(wanted)
}

/** Unwraps, in place, elements nested deeper than `MAX_DEPTH`; their text stays. Returns them. */
export function flatten(fragment: DocumentFragment): Removed[] {
  const depths = new Map<Node, number>()
  const tooDeep: Element[] = []
  for (const element of fragment.querySelectorAll('*')) {
    const depth = 1 + ((element.parentNode && depths.get(element.parentNode)) ?? 0)
    depths.set(element, depth)
    if (depth > MAX_DEPTH) tooDeep.push(element)
  }
  // From the inside out, so that no large tree is moved again and again.
  return tooDeep.toReversed().map((element) => {
    element.replaceWith(...element.childNodes)
    return { kind: 'nesting', name: element.localName }
  })
}
