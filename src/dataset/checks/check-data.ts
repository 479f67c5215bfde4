import { someValues } from '#dataset/columns/guess-use.ts'
import { type PersonalData, personalData } from '#dataset/columns/personal-data.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import type { SourceTable } from '#dataset/source-table.ts'
import { cellFindings } from './cell-findings.ts'
import { limitFindings, privacyFindings, shownFindings } from './column-findings.ts'
import type { Finding as DataFinding } from './finding.ts'
import { groupFindings } from './group-findings.ts'
import { rowFindings } from './row-findings.ts'
import { scanCells, type ScannedColumn } from './scan-cells.ts'
import { sourceFindings } from './source-findings.ts'

export type Finding = DataFinding

const ORDER = { must: 0, should: 1, note: 2 }

/**
 * Everything that is worth a look before a table is sent: what the API would refuse first, then likely
 * mistakes, then notes. Columns that are left out are not looked at. `source` is what the table was made
 * from; its notes are repeated in words. Nothing is changed, and no cell makes it slow.
 */
export function checkData(
  table: PreparedTable,
  columns: readonly RecipeColumn[],
  source: SourceTable,
): Finding[] {
  const kindOf = new Map<string, PersonalData>()
  const scanned: ScannedColumn[] = []
  for (const { heading, use } of columns) {
    const at = use === 'left_out' ? -1 : table.headings.indexOf(heading)
    if (at === -1 || use === 'left_out') continue
    const kind = personalData(heading, someValues(table, at))
    if (kind !== null) kindOf.set(heading, kind)
    scanned.push({ at, use, isPersonal: kind === 'e-mail addresses' })
  }
  const uses = new Map(columns.map(({ heading, use }) => [heading, use]))
  const scan = scanCells(table, scanned)
  const found = [
    ...limitFindings(table, columns),
    ...privacyFindings(columns, kindOf),
    ...rowFindings(table, columns, scan),
    ...cellFindings(scan, table.headings, (heading) => uses.get(heading) ?? 'text'),
    ...shownFindings(table, columns),
    ...groupFindings(table, columns),
    ...sourceFindings(table, columns, source),
  ]
  return found.toSorted((one, other) => ORDER[one.level] - ORDER[other.level])
}
