import type { EditorView } from '@tiptap/pm/view'
import { holdPlace, say } from '#rich-text/paste/arriving.ts'
import { insertPaste } from '#rich-text/paste/insert-paste.ts'
import { refusalOf } from '#rich-text/paste/refused-files.ts'
import { readTextFile } from './read-text-file.ts'
import { isTextFile } from './text-files.ts'

/**
 * Puts the text of files at the selection, one behind the other, cleaned and told like a paste. When
 * one of them is no text none is inserted, and that one is named.
 */
export async function insertFiles(view: EditorView, files: readonly File[]): Promise<void> {
  const others = files.filter((file) => !isTextFile(file))
  if (others.length > 0) {
    const { says, pictures } = refusalOf(others)
    say(view, says, pictures)
    return
  }
  for (const file of files) {
    const arrive = holdPlace(view)
    say(view, `Reading “${file.name}”…`)
    const { clipboard, refusal } = await readTextFile(file)
    arrive(() => {
      if (clipboard) insertPaste(view, clipboard, 'clean')
      else say(view, `“${file.name}” was not inserted: ${refusal}`)
    })
  }
}
