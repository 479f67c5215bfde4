import type { DraftData } from '#dataset/store/draft-data.ts'
import { readKeptFile } from '#dataset/store/kept-files.ts'
import { openTables, type Tables } from './open-tables.ts'
import type { Prepared } from './table-service.ts'

/** The spreadsheet of a draft, open in a worker, and what its recipe makes of it. */
export type OpenDraftData = { data: DraftData; prepared: Prepared; tables: Tables }

/**
 * Opens the spreadsheet behind a draft as its recipe says. Null when the file is not in this browser any
 * more. Rejects as `Tables.open` does, and with a StorageFailure. Whoever opens it closes its tables.
 */
export async function openDraftData(data: DraftData): Promise<OpenDraftData | null> {
  const kept = await readKeptFile(data.file.sha)
  if (!kept) return null
  const tables = openTables()
  try {
    const { sheet, encoding, separator } = data.recipe
    const choice = { sheet, encoding, separator }
    await tables.open(kept.file, data.file.name, choice, () => undefined)
    const prepared = await tables.ask((service) => service.prepare(data.recipe))
    return { data, prepared, tables }
  } catch (error) {
    tables.close()
    throw error
  }
}
