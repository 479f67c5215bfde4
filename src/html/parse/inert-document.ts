import { disarm, rearmText } from '#html/safety/disarm.ts'

/** What `is` is called on an element that is made again. */
const IS = 'data-disarmed-is'

/** The names that every element the sanitiser keeps has. Others are unwrapped whatever they are. */
const SIMPLE_NAME = /^[a-z][a-z\d]*$/

/**
 * Parsing without effects: in a document that has no window nothing runs, loads or is shown.
 *
 * The page's policy (`trusted-types default dompurify`) refuses to parse a plain string even there,
 * and its default policy would clean the string first, so that a source could never be compared with
 * its cleaned form. Hence one policy of our own, under the name that DOMPurify would have taken; it
 * lets strings through unchanged and must therefore never leave this folder.
 */
interface ParsingPolicy {
  createHTML: (html: string) => string
  createScriptURL: (url: string) => string
}

declare global {
  /** Missing where the browser has no Trusted Types. The part of it that this folder uses. */
  var trustedTypes:
    | {
        readonly defaultPolicy: unknown
        createPolicy: <Rules>(name: string, rules: Rules) => Rules
      }
    | undefined
}

let policy: ParsingPolicy | null | undefined
let inert: Document | undefined

/** The policy that DOMPurify parses with, or null where the browser has no Trusted Types. */
export function parsingPolicy(): ParsingPolicy | null {
  if (policy === undefined) {
    policy =
      globalThis.trustedTypes?.createPolicy<ParsingPolicy>('dompurify', {
        createHTML: (html) => html,
        createScriptURL: (url) => url,
      }) ?? null
  }
  return policy
}

/**
 * Parses `html` as the content of a `<body>`, without cleaning it; event handlers get another name. It is
 * the only way in which HTML becomes nodes, so that there is no form among them: all their properties
 * can be trusted. The result is for reading and comparing: never put its nodes into a page.
 */
export function parseInert(html: string): DocumentFragment {
  const host = inertDocument().createElement('div')
  const disarmed = disarm(html)
  host.innerHTML = parsingPolicy()?.createHTML(disarmed) ?? disarmed
  makePlain(host)
  if (disarmed !== html) rearmText(host)
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...host.childNodes)
  // Text that a parser moves, such as words directly in a table, comes in pieces.
  fragment.normalize()
  return fragment
}

/** The document that inert nodes belong to; made once, because making one costs more than a parse. */
export function inertDocument(): Document {
  inert ??= document.implementation.createHTMLDocument('')
  return inert
}

/** The HTML of a fragment's content. */
export function serializeFragment(fragment: DocumentFragment): string {
  const host = inertDocument().createElement('div')
  host.append(fragment.cloneNode(true))
  for (const { firstChild } of host.querySelectorAll('pre')) {
    // A parser takes the first line break behind `<pre>` for a part of the tag.
    if (firstChild instanceof Text && firstChild.data.startsWith('\n'))
      firstChild.insertData(0, '\n')
  }
  return host.innerHTML
}

/**
 * Puts, in the tree below `root`, plain elements in the place of those that cannot be read like any
 * other:
 *
 * - A form lets its controls and pictures take the place of its own properties: with
 *   `<input name="attributes">` in it, `form.attributes` is that field, and `form.remove()` may throw.
 *   Of all elements outside of a page only forms do that (`LegacyOverrideBuiltIns` in the HTML
 *   standard, on `HTMLFormElement` and on the documents themselves). In its place stands an element of
 *   the same name and attributes in no namespace, which is no `HTMLFormElement`.
 * - An element that was parsed with `is` can never lose it. It is made again, with that attribute under
 *   another name.
 *
 * Until then no property of theirs may be read: only ranges touch them.
 */
function makePlain(root: HTMLDivElement): void {
  for (const form of root.querySelectorAll('form')) {
    if (form instanceof HTMLFormElement)
      replace(form, root.ownerDocument.createElementNS(null, 'form'))
  }
  for (const element of root.querySelectorAll('[is]')) {
    const { localName, namespaceURI } = element
    if (!SIMPLE_NAME.test(localName)) continue
    const made = root.ownerDocument.createElementNS(namespaceURI, localName)
    made.setAttribute(IS, element.getAttribute('is') ?? '')
    element.removeAttribute('is')
    replace(element, made)
  }
}

/** Moves the content and the attributes of `element` to `plain`, which takes its place. */
function replace(element: Element, plain: Element): void {
  const range = plain.ownerDocument.createRange()
  range.selectNodeContents(element)
  plain.append(range.extractContents())
  range.selectNode(element)
  range.insertNode(plain)
  range.setStartAfter(plain)
  range.deleteContents()
  // Outside of any tree and without content a form has no controls, hence no names but its own.
  const { attributes } = element
  for (let [attribute] = attributes; attribute; [attribute] = attributes) {
    plain.setAttributeNode(element.removeAttributeNode(attribute))
  }
}
