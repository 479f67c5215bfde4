import { EditorView, showDialog } from '@codemirror/view'
import { holdsOnlyFiles } from '#rich-text/files/text-files.ts'

/** Takes a file that is dropped on the HTML or pasted into it, as the visual editor does. */
export const fileDrop = EditorView.domEventHandlers({
  drop: (event, view) => {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
    return take(view, event, event.dataTransfer, at)
  },
  paste: (event, view) => take(view, event, event.clipboardData, null),
})

function take(view: EditorView, event: Event, data: DataTransfer | null, at: number | null) {
  if (!data || !holdsOnlyFiles(data)) return false
  event.preventDefault()
  if (at !== null) view.dispatch({ selection: { anchor: at } })
  void insert(view, [...data.files])
  return true
}

async function insert(view: EditorView, files: readonly File[]) {
  const { htmlOfFiles } = await import('#rich-text/files/html-of-files.ts')
  const { html, says } = await htmlOfFiles(files)
  if (html !== '') view.dispatch(view.state.replaceSelection(html), { scrollIntoView: true })
  showDialog(view, { label: says })
}
