/** The files that a text can be read from. */
const TEXT_FILE = /\.(?:html?|md|markdown|txt|docx)$/i

/** For a file picker. */
export const TEXT_FILES = '.docx,.html,.htm,.md,.markdown,.txt'

export function isTextFile({ name }: File): boolean {
  return TEXT_FILE.test(name)
}

/** Whether something that was dropped or pasted is files alone. Some systems give their addresses too. */
export function holdsOnlyFiles(data: DataTransfer): boolean {
  const text = data.getData('text/plain') || data.getData('text/uri-list')
  return data.files?.length > 0 && data.getData('text/html') === '' && /^(?:file:|$)/.test(text)
}
