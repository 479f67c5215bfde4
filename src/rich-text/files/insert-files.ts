import type { EditorView } from '@tiptap/pm/view'
import { holdPlace, say } from '#rich-text/paste/arriving.ts'
import { insertPaste } from '#rich-text/paste/insert-paste.ts'
import { refusalOf } from '#rich-text/paste/refused-files.ts'
import { readTextFile } from './read-text-file.ts'
import { isTextFile } from './text-files.ts'

/**
 * Puts the text of a file at the selection, cleaned and told like a paste. What is no text is refused
 * by name, and so are several at once: each would go on in the last line of the one before.
 */
export async function insertFiles(view: EditorView, files: readonly File[]): Promise<void> {
  const [file, second] = files
  if (!file) return
  const others = files.filter((other) => !isTextFile(other))
  if (others.length > 0) {
    const { says, pictures } = refusalOf(others)
    say(view, says, pictures)
    return
  }
  if (second) {
    say(view, `${files.length} files were not inserted: take one at a time, each where it belongs.`)
    return
  }
  const arrive = holdPlace(view)
  say(view, `Reading “${file.name}”…`)
  const { clipboard, refusal } = await readTextFile(file)
  arrive(() => {
    if (clipboard) insertPaste(view, clipboard, 'clean')
    else say(view, `“${file.name}” was not inserted: ${refusal}`)
  })
}
