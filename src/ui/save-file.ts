/** Hands a text over as a file, as the browser's downloads are. */
export function saveFile(name: string, text: string, type = 'application/json') {
  saveBlob(name, new Blob([text], { type }))
}

/** Hands bytes over as a file, in the same way. */
export function saveBlob(name: string, blob: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
