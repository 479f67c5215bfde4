import { refusalOf } from '#rich-text/paste/refused-files.ts'
import { isTextFile } from './text-files.ts'

/**
 * Why files cannot be put into a text: what is no text is refused by name, and so are several at once,
 * because each would go on in the last line of the one before. Null when they can.
 */
export function whyNotTaken(files: readonly File[]): { says: string; pictures: boolean } | null {
  const others = files.filter((file) => !isTextFile(file))
  if (others.length > 0) return refusalOf(others)
  if (files.length < 2) return null
  const says = `${files.length} files were not inserted: take one at a time, each where it belongs.`
  return { says, pictures: false }
}
