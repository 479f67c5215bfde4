const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Whether something under the pointer is written in, and knows what to do with a file. */
const isOverText = (event: DragEvent) =>
  event.composedPath().some((each) => each instanceof HTMLElement && each.isContentEditable)

function refuse(event: DragEvent) {
  if (event.defaultPrevented || !holdsFiles(event) || isOverText(event)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}

let texts = 0

/**
 * Keeps the browser from leaving the page for a file that was dropped beside the texts, as long as one
 * of them is shown. Returns what each text has to call when it goes.
 */
export function keepPageOnDrop(): () => void {
  texts += 1
  addEventListener('dragover', refuse)
  addEventListener('drop', refuse)
  return () => {
    texts -= 1
    if (texts > 0) return
    removeEventListener('dragover', refuse)
    removeEventListener('drop', refuse)
  }
}
