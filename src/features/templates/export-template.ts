import { saveFile } from '#ui/save-file.ts'
import { writeJson } from '#draft-files/write-draft-file.ts'
import type { OwnTemplate } from '#storage/templates.ts'

/** Hands a template over as a file of drafts, which can be imported again here or elsewhere. */
export function exportTemplate({ name, place, texts }: OwnTemplate) {
  saveFile(`${fileName(name)}.json`, writeJson([{ name, place, texts }]))
}

/** Every file system takes letters, digits, spaces and hyphens. */
function fileName(name: string) {
  const plain = name.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return plain.trim().slice(0, 80).trim() || 'template'
}
