/**
 * The editor's own attributes on elements, on their way between a source, its document, the page and
 * the clipboard. None of them is ever written; a source that has one is kept in a protected part.
 */

/** On `<p>`: how the lines of a list item or a box were written. See `Wrapping`. */
export const WRAPPING = 'data-wrapping'

/** On the box of a protected part: its HTML, encoded. */
export const PROTECTED_PART = 'data-protected-part'

/** On a table: the `<colgroup>`s that it was written with. */
export const COLUMNS = 'data-table-columns'

/** On a row of a table: the start of the `<thead>`, `<tbody>` or `<tfoot>` that it was written in. */
export const SECTION = 'data-table-section'

/** On the `<div>` that stands for another element while it is edited: that element's name. */
export const ELEMENT = 'data-element'

const OWN = new Set([WRAPPING, PROTECTED_PART, COLUMNS, SECTION, ELEMENT, 'data-pm-slice'])

/** Whether an attribute is one of the editor's own. */
export function isEditorAttribute(name: string): boolean {
  return OWN.has(name)
}
