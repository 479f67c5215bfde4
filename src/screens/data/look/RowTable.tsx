import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { counted } from '#ui/counted.ts'
import styles from './RowTable.module.css'

const ROW_HEIGHT = 36
/** So many rows are asked for at once. */
const ROWS_AT_ONCE = 100
/** The heading and the first value of a narrow column have at most so many characters. */
const SHORT = 10

type RowTableProps = {
  session: DataSession
  state: Ready
  /** A row of the file that is to be brought into view. */
  wanted: { row: number } | null
}

/** The rows as they will be sent, however many: only those in view are in the page. */
export function RowTable({ session, state, wanted }: RowTableProps) {
  const { prepared, version } = state
  const [onlyFlagged, setOnlyFlagged] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const tick = useId()
  const hasFlagged = prepared.findings.some(({ rows }) => rows.length > 0)
  const filtered = onlyFlagged && hasFlagged
  const total = useTotal(session, state, filtered)
  // The compiler that this rule is for is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // What there is before the box was measured, as where nothing is laid out.
    initialRect: { width: 800, height: 360 },
  })
  const shown = rows.getVirtualItems()
  const pages = [...new Set(shown.map(({ index }) => Math.floor(index / ROWS_AT_ONCE)))]
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['data rows', session.draft, version, filtered, page],
      queryFn: () =>
        session.ask((service) => service.rows(page * ROWS_AT_ONCE, ROWS_AT_ONCE, filtered)),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30_000,
      retry: false,
    })),
  })
  /** Numbers and codes leave their room to texts. */
  const isShort = (heading: string) => {
    const longest = Math.max(heading.length, prepared.examples[heading]?.length ?? 0)
    return longest <= SHORT || undefined
  }
  const rowAt = (index: number) => {
    const at = pages.indexOf(Math.floor(index / ROWS_AT_ONCE))
    return answers[at]?.data?.rows[index % ROWS_AT_ONCE]
  }

  const bringIntoView = useEffectEvent(async (row: number) => {
    setOnlyFlagged(false)
    const place = await session.ask((service) => service.placeOf(row)).catch(() => -1)
    if (place < 0) return
    rows.scrollToIndex(place, { align: 'center' })
    box.current?.focus()
  })
  // Where it is is known to the worker alone.
  useEffect(() => {
    if (wanted) void bringIntoView(wanted.row)
  }, [wanted])

  return (
    <div className={styles.table}>
      {hasFlagged && (
        <label className={styles.filter} htmlFor={tick}>
          <input
            id={tick}
            type="checkbox"
            checked={onlyFlagged}
            onChange={(event) => setOnlyFlagged(event.target.checked)}
          />
          Only rows with something to look at
        </label>
      )}
      <div ref={box} className={styles.box} role="region" aria-label="Rows" tabIndex={0}>
        <table aria-rowcount={total + 1} aria-colcount={prepared.headings.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={styles.number}>
                Row
              </th>
              {prepared.headings.map((heading) => (
                <th key={heading} scope="col" title={heading} data-short={isShort(heading)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ height: rows.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const row = rowAt(index)
              return (
                <tr
                  key={index}
                  aria-rowindex={index + 2}
                  data-wanted={(wanted && row?.number === wanted.row) || undefined}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <th scope="row" className={styles.number}>
                    {row ? row.number || 'new' : '…'}
                  </th>
                  {row?.cells.map((cell, at) => (
                    // Cells have no name but their place.
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={at} title={cell} data-short={isShort(prepared.headings[at] ?? '')}>
                      {cell.slice(0, 300)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>{counted(total, 'row')}</p>
    </div>
  )
}

/** How many rows there are to show. */
function useTotal(session: DataSession, { prepared, version }: Ready, filtered: boolean) {
  const [answer] = useQueries({
    queries: [
      {
        queryKey: ['data rows', session.draft, version, filtered, 0],
        queryFn: () => session.ask((service) => service.rows(0, ROWS_AT_ONCE, filtered)),
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        enabled: filtered,
      },
    ],
  })
  return filtered ? (answer.data?.total ?? 0) : prepared.rows
}
