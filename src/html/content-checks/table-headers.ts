import type { ContentCheck } from '#html/parsed-text.ts'

/** Tables of data in which no cell is a header. */
export const tableHeaders: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('table')].filter(lacksHeaders).map((table) => ({
    what: 'Table without headers',
    place: placeOf(table),
    advice: 'Make its first row the header row: screen readers then say which column a cell is in.',
  }))

function lacksHeaders(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const isGrid = rows.length > 1 && rows.some(({ children }) => children.length > 1)
  return isGrid && !rows.some((row) => row.querySelector(':scope > th'))
}
