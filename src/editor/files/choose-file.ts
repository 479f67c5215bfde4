import type { Editor } from '@tiptap/core'
import { insertFiles } from './insert-files.ts'
import { TEXT_FILES } from './text-files.ts'

/** Lets somebody choose a file whose text is then put at the caret. */
export function chooseFile(editor: Editor): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = TEXT_FILES
  input.addEventListener('change', () => {
    editor.commands.focus()
    void insertFiles(editor.view, [...(input.files ?? [])])
  })
  input.click()
}
