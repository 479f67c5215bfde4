import type { EditorView } from '@tiptap/pm/view'
import { holdPosition, say } from '#editor/paste/insert/arriving.ts'
import { insertPaste } from '#editor/paste/insert/insert-paste.ts'
import { spreadsheetFile, type SpreadsheetFile } from '#dataset/read/spreadsheet-file.ts'
import { readTextFile } from './read-text-file.ts'
import { whyNotTaken } from './text-files.ts'

/** Puts the text of a file at the selection, cleaned and told like a paste. */
export async function insertFiles(view: EditorView, files: readonly File[]): Promise<void> {
  const [file, second] = files
  const refused = whyNotTaken(files)
  if (refused || !file) {
    const spreadsheet = file && !second ? await spreadsheetFile(file) : null
    if (view.isDestroyed) return
    if (file && spreadsheet) sayOfSpreadsheet(view, file, spreadsheet)
    else if (refused) say(view, refused.says, refused.pictures)
    return
  }
  const arrive = holdPosition(view)
  say(view, `Reading “${file.name}”…`)
  const { clipboard, refusal } = await readTextFile(file)
  arrive(() => {
    if (clipboard) insertPaste(view, clipboard, 'clean')
    else say(view, `“${file.name}” was not inserted: ${refusal}`)
  })
}

/** A spreadsheet is no text. The words are for texts that have no data beside them. */
function sayOfSpreadsheet(view: EditorView, file: File, { refusal }: SpreadsheetFile) {
  if (refusal !== null) say(view, `${file.name} was not inserted. ${refusal}`)
  else {
    const says = `${file.name} was not inserted: it is a spreadsheet. Copy the cells you need and paste them here.`
    say(view, says, false, file)
  }
}
