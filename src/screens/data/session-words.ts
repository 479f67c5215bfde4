import { newId } from '#contract/new-id.ts'
import { UnreadableFile } from '#dataset/source-table.ts'

/** "texts.xlsx" is called "texts". */
export function nameOf(file: string) {
  return file.replace(/\.[A-Za-z0-9]{2,5}$/, '').trim() || `Data ${newId().slice(0, 4)}`
}

/** Why a file could not be read or a change not be made, and what to do. */
export function messageOf(error: unknown) {
  if (error instanceof UnreadableFile) return error.message
  const name = error instanceof Error ? error.name : ''
  return name === 'TookTooLong'
    ? 'This file takes too long to read. Save the sheet you need as a file of its own, then try again.'
    : 'This file could not be read. Open it, save it as .xlsx or .csv, then try again.'
}

/** What became of earlier choices when a newer file took the place of theirs. */
export function replacedWords({ missing, added }: { missing: string[]; added: string[] }) {
  return [
    'The file was replaced. What you had chosen was applied to the new one.',
    missing.length > 0 ? `It has no column ${listed(missing)}.` : '',
    added.length > 0 ? `New: ${listed(added)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function listed(headings: readonly string[]) {
  return headings.map((heading) => `‘${heading}’`).join(', ')
}
