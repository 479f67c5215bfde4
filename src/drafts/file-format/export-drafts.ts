import {
  type PortableDraft,
  MOST_DRAFTS,
  MOST_FILE_CHARACTERS,
  MOST_YAML_CHARACTERS,
} from './draft-file.ts'
import { saveFile } from '#ui/save-file.ts'
export type FileFormat = 'json' | 'yaml'

const LONGEST_NAME = 60

/**
 * Hands drafts over as one file that can be imported again; resolves with null then. What could not be
 * imported again is not saved, and the reason comes back, with the remedy. The writers come with the
 * first file. Rejects when their code does not arrive.
 */
export async function exportDrafts(
  drafts: readonly PortableDraft[],
  format: FileFormat,
): Promise<string | null> {
  const { writeJson, writeYaml } = await import('./write-draft-file.ts')
  const text = format === 'json' ? writeJson(drafts) : writeYaml(drafts)
  const why = whyNotExported(text, format, drafts.length)
  if (why !== null) return why
  const type = format === 'json' ? 'application/json' : 'application/yaml'
  saveFile(`${nameOf(drafts)}.${format}`, text, type)
  return null
}

/** One draft goes by its name, as far as every file system takes it. */
function nameOf([first, ...others]: readonly PortableDraft[]) {
  if (!first || others.length > 0) return 'batch-drafts'
  const { name, texts } = first
  const words = (name || texts.batchName || texts.taskTitle).toLocaleLowerCase().normalize('NFC')
  return (
    words
      .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .slice(0, LONGEST_NAME)
      .replaceAll(/^-+|-+$/g, '') || 'batch-draft'
  )
}

/**
 * Why a file would be refused when it is imported again, with the remedy; null when it would not be.
 * `count` is how many drafts are in it.
 */
function whyNotExported(text: string, format: FileFormat, count: number): string | null {
  const fewer = count > 1 ? ' Choose fewer drafts for one file.' : ''
  if (count > MOST_DRAFTS)
    return `A file can hold at most ${MOST_DRAFTS.toLocaleString('en-US')} drafts.${fewer}`
  // What is chosen for import is measured in bytes, of which a character may have several.
  if (new Blob([text]).size > MOST_FILE_CHARACTERS) {
    return `To be imported again, a file can be 10 MB at most.${fewer}`
  }
  return format === 'yaml' && text.length > MOST_YAML_CHARACTERS
    ? 'To be imported again, a YAML file can be 300 kB at most. Choose JSON instead.'
    : null
}
