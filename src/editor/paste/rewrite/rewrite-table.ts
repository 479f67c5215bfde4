import { tighten, type Fill, type Flow, type Rewriting } from './flow.ts'
import { elementOf } from './line-writer.ts'
import { formatInside, type TextFormat } from './text-format.ts'

/** Writes a table: caption, header, cells and their spans. */
export function writeTable(
  table: HTMLTableElement,
  format: TextFormat,
  flow: Flow,
  fill: Fill,
): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells])
  const [only] = cells
  const isLayout = /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')
  if (isLayout || (cells.length === 1 && only)) {
    const box = elementOf('div')
    if (table.caption) fill(box, table.caption, format, flow.rewriting)
    for (const cell of cells) fill(box, cell, formatInside(cell, format), flow.rewriting)
    while (box.firstElementChild) flow.block(box.firstElementChild)
    return
  }
  const box = elementOf('table')
  if (format.rtl) box.setAttribute('dir', 'rtl')
  const inside = { ...format, rtl: false }
  if (table.caption) {
    const caption = elementOf('caption')
    const title = { ...formatInside(table.caption, inside), weightless: true }
    fill(caption, table.caption, title, flow.rewriting)
    tighten(caption)
    if (caption.firstChild) box.append(caption)
  }
  for (const row of table.rows) {
    const section = row.parentElement?.localName === 'thead' ? 'thead' : 'tbody'
    if (box.lastElementChild?.localName !== section) box.append(elementOf(section))
    const line = elementOf('tr')
    for (const cell of row.cells)
      line.append(cellOf(cell, section, inside, { rewriting: flow.rewriting, fill }))
    if (line.firstChild) box.lastElementChild?.append(line)
  }
  flow.block(box)
}

function cellOf(
  cell: HTMLTableCellElement,
  section: string,
  format: TextFormat,
  { rewriting, fill }: { rewriting: Rewriting; fill: Fill },
): Element {
  const isHeader = section === 'thead' || cell.localName === 'th'
  const box = elementOf(isHeader ? 'th' : 'td')
  for (const name of ['colspan', 'rowspan']) {
    const span = Number.parseInt(cell.getAttribute(name) ?? '', 10)
    if (span > 1) box.setAttribute(name, String(span))
  }
  const scope = cell.getAttribute('scope')
  if (isHeader && scope !== null) box.setAttribute('scope', scope)
  fill(box, cell, { ...formatInside(cell, format), weightless: isHeader }, rewriting)
  tighten(box)
  return box
}
