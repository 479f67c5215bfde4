import { writeJson } from '#draft-files/write-draft-file.ts'
import type { OwnTemplate } from '#storage/templates.ts'

/** Hands a template over as a file of drafts, which can be imported again here or elsewhere. */
export function exportTemplate({ name, place, texts }: OwnTemplate) {
  const file = new Blob([writeJson([{ name, place, texts }])], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${fileName(name)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Every file system takes letters, digits, spaces and hyphens. */
function fileName(name: string) {
  const plain = name.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return plain.trim().slice(0, 80).trim() || 'template'
}
