/**
 * The style sheet of the participant view. It stands beside the app's own files, so that the page in the
 * frame, a review copy and a record look the same. Rejects when it cannot be loaded.
 */
export async function sheetStyles(): Promise<string> {
  const response = await fetch('/preview.css')
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('text/css')) throw new Error('There is no style sheet.')
  return response.text()
}
