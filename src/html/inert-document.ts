import { disarm, rearmText } from './disarm.ts'
import { makePlain } from './plain-elements.ts'

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
