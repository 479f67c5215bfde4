/** What `is` is called on an element that is made again. */
const IS = 'data-disarmed-is'

/** The names that every element the sanitiser keeps has. Others are unwrapped whatever they are. */
const SIMPLE_NAME = /^[a-z][a-z\d]*$/

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
export function makePlain(root: HTMLDivElement): void {
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
