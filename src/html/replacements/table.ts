import { inlineContent, isEmpty, newElement, paragraphsOf } from './new-element.ts'
import type { Replacement } from './replacement.ts'

/** A table: its caption as a paragraph and a list with one item a row, `header: value` if it has headers. */
export const table: Replacement = {
  label: 'Make it a list',
  replace: (element) => {
    const rows = gridOf(element)
    const cells = new Set(rows.flat())
    const [cell] = cells
    const caption = element.querySelector(':scope > caption')
    if (caption?.textContent.trim()) element.before(newElement('p', inlineContent(caption)))
    if (cells.size === 1 && cell) element.replaceWith(...paragraphsOf(cell))
    else element.replaceWith(newElement('ul', ...itemsOf(rows)))
  },
}

type Grid = (Element | undefined)[][]

/** The cells by row and column; one that spans several stands in each of them. */
function gridOf(element: Element): Grid {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element)
  const grid: Grid = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row.querySelectorAll(':scope > td, :scope > th')) {
      while (grid[at]?.[column]) column += 1
      const width = span(cell, 'colspan')
      for (const below of grid.slice(at, at + span(cell, 'rowspan'))) {
        for (let across = 0; across < width; across += 1) below[column + across] = cell
      }
      column += width
    }
  }
  return grid
}

function span(cell: Element, name: string): number {
  return Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), 100)
}

function itemsOf(rows: Grid): Element[] {
  const hasHeaders = rows.length > 1 && (rows[0] ?? []).every(isHeader)
  const headers = hasHeaders ? rows[0] : undefined
  const body = rows.slice(hasHeaders ? 1 : 0)
  const items = body.flatMap((row) => {
    const cells = row.flatMap((cell, column) => {
      const isNew = cell && row.indexOf(cell) === column && !isEmpty(cell)
      return isNew ? [withHeader(cell, headers?.[column])] : []
    })
    // A header at the start of a row is the name of what follows.
    const separators = isHeader(row[0]) && !hasHeaders ? ['', ': '] : ['']
    const parts = cells.flatMap((cell, index) => [separators[index] ?? '; ', cell])
    return parts.length > 0 ? [newElement('li', ...parts)] : []
  })
  const unused = [...new Set(headers)].filter(
    (header) => header && !isEmpty(header) && !isUsed(header, headers ?? [], body),
  )
  return [
    ...items,
    ...unused.map((header) => newElement('li', header ? inlineContent(header) : '')),
  ]
}

/** Whether there is a cell below a header: the words of one that heads nothing must not be lost. */
function isUsed(header: Element, headers: Grid[number], body: Grid): boolean {
  return body.some((row) =>
    row.some(
      (cell, column) =>
        cell && headers[column] === header && row.indexOf(cell) === column && !isEmpty(cell),
    ),
  )
}

function withHeader(cell: Element, header: Element | undefined): DocumentFragment {
  const content = inlineContent(cell)
  if (header && !isEmpty(header)) content.prepend(inlineContent(header), ': ')
  return content
}

function isHeader(cell: Element | undefined): boolean {
  return cell !== undefined && (cell.localName === 'th' || cell.closest('thead') !== null)
}
