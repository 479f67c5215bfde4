import type { ContentCheck } from '#html/parse/parsed-text.ts'

/** Tables of data in which no cell is a header. */
export const tableHeaders: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('table')].filter(lacksHeaders).map((table) => ({
    what: 'Table without headers',
    position: positionOf(table),
    advice:
      'Make its first row the header row, so that screen readers say which column a cell is in.',
  }))

/** Elements with an id that another one has already: links lead to the first alone. */
export const duplicateIds: ContentCheck = ({ fragment, positionOf }) => {
  const seen = new Set<string>()
  return [...fragment.querySelectorAll('[id]')].flatMap((element) => {
    const isFirst = !seen.has(element.id)
    seen.add(element.id)
    if (isFirst || element.id === '') return []
    return [
      {
        what: 'Duplicate anchor',
        position: positionOf(element),
        advice: `Another element has the id “${element.id}” too. Links lead only to the first one.`,
      },
    ]
  })
}

function lacksHeaders(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const isGrid = rows.length > 1 && rows.some(({ children }) => children.length > 1)
  return isGrid && !rows.some((row) => row.querySelector(':scope > th'))
}
