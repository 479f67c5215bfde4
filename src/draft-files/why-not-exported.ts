import { MOST_DRAFTS, MOST_FILE_CHARACTERS, MOST_YAML_CHARACTERS } from './file-limits.ts'
import type { FileFormat } from './export-drafts.ts'

/**
 * Why a file would be refused when it is imported again, with the remedy; null when it would not be.
 * `count` is how many drafts are in it.
 */
export function whyNotExported(text: string, format: FileFormat, count: number): string | null {
  const fewer = count > 1 ? ' Choose fewer drafts for one file.' : ''
  if (count > MOST_DRAFTS)
    return `A file may have ${MOST_DRAFTS.toLocaleString('en-GB')} drafts.${fewer}`
  // What is chosen for import is measured in bytes, of which a character may have several.
  if (new Blob([text]).size > MOST_FILE_CHARACTERS) {
    return `A file may have 10 MB to be imported again.${fewer}`
  }
  return format === 'yaml' && text.length > MOST_YAML_CHARACTERS
    ? 'As YAML a file may have 300 kB to be imported again. Choose JSON.'
    : null
}
