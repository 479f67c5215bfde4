import { inertDocument, serializeFragment } from '#html/parse/inert-document.ts'
import { cleanFragment } from '#html/safety/sanitize.ts'
import { COLUMNS, SECTION } from '#editor/schema/editor-attributes.ts'

const SECTIONS = 'thead, tbody, tfoot'

/**
 * A table as the schema reads it: a caption and one body with every row, because the library for
 * tables counts rows from the first to the last. Each row says which section it was in. The table
 * itself is left alone; its columns are read by `columnsOf`.
 */
export function flattenTable(table: Node): HTMLElement {
  const flat = inertDocument().createElement('table')
  const grid = inertDocument().createElement('tbody')
  if (!(table instanceof Element)) return flat
  const caption = table.querySelector(':scope > caption')
  if (caption) flat.append(inertDocument().importNode(caption, true))
  flat.append(grid)
  let section = ''
  for (const element of table.querySelectorAll(`:scope > :is(${SECTIONS})`)) {
    const markup = markupOf([element.cloneNode(false)])
    // Two sections that are written alike are still two.
    section = section === markup ? `${markup} ` : markup
    for (const row of element.querySelectorAll(':scope > tr')) {
      const copy = inertDocument().importNode(row, true)
      // A row that comes from the editor by the clipboard knows its own.
      if (!copy.hasAttribute(SECTION)) copy.setAttribute(SECTION, section)
      grid.append(copy)
    }
  }
  return flat
}

/** The `<colgroup>`s of a table, '' when it has none. */
export function columnsOf(table: Element): string {
  return table.getAttribute(COLUMNS) ?? markupOf([...table.querySelectorAll(':scope > colgroup')])
}

/** Undoes `flattenTable` for every table that the schema wrote into `fragment`, in place. */
export function restoreTables(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll('table')) {
    const caption = table.querySelector(':scope > caption')
    const grid = table.querySelector(':scope > tbody')
    if (caption && !caption.firstChild) caption.remove()
    const columns = table.getAttribute(COLUMNS) ?? ''
    table.removeAttribute(COLUMNS)
    if (!grid) continue
    if (columns !== '') grid.before(...partsOf(columns, 'colgroup'))
    grid.replaceWith(...sectionsOf([...grid.children]))
  }
}

/** The tag of a row's section, which a row that the library made does not have. */
export function sectionTag(section: unknown): string {
  return typeof section === 'string' ? (/^<(\w+)/.exec(section)?.[1] ?? 'tbody') : 'tbody'
}

function sectionsOf(rows: readonly Element[]): Element[] {
  const sections: Element[] = []
  let current: string | null = null
  for (const row of rows) {
    const written = row.getAttribute(SECTION)
    row.removeAttribute(SECTION)
    const goesOn = written === null ? sections.at(-1)?.localName === 'tbody' : written === current
    if (!goesOn) {
      current = written
      sections.push(partsOf(written ?? '', SECTIONS)[0] ?? inertDocument().createElement('tbody'))
    }
    sections.at(-1)?.append(row)
  }
  return sections
}

/** Cleaned, because the attributes may have come from another page by the clipboard. */
function partsOf(markup: string, selector: string): Element[] {
  const parts = cleanFragment(`<table>${markup}</table>`).querySelectorAll(selector)
  return [...parts].map((part) => inertDocument().importNode(part, true))
}

function markupOf(nodes: readonly Node[]): string {
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...nodes.map((node) => inertDocument().importNode(node, true)))
  return serializeFragment(fragment)
}
