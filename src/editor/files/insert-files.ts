import type { EditorView } from '@tiptap/pm/view'
import { holdPosition, say } from '#editor/paste/insert/arriving.ts'
import { insertPaste } from '#editor/paste/insert/insert-paste.ts'
import { readTextFile } from './read-text-file.ts'
import { whyNotTaken } from './text-files.ts'

/** Puts the text of a file at the selection, cleaned and told like a paste. */
export async function insertFiles(view: EditorView, files: readonly File[]): Promise<void> {
  const refused = whyNotTaken(files)
  if (refused) say(view, refused.says, refused.pictures)
  const [file] = files
  if (refused || !file) return
  const arrive = holdPosition(view)
  say(view, `Reading “${file.name}”…`)
  const { clipboard, refusal } = await readTextFile(file)
  arrive(() => {
    if (clipboard) insertPaste(view, clipboard, 'clean')
    else say(view, `“${file.name}” was not inserted: ${refusal}`)
  })
}
