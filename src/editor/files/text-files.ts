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

/**
 * Why files cannot be put into a text: what is no text is refused by name, and so are several at once,
 * because each would go on in the last line of the one before. Null when they can.
 */
export function whyNotTaken(files: readonly File[]): { says: string; pictures: boolean } | null {
  const others = files.filter((file) => !isTextFile(file))
  if (others.length > 0) return refusalOf(others)
  if (files.length < 2) return null
  const says = `${files.length} files were not inserted: insert one at a time, each where it belongs.`
  return { says, pictures: false }
}

/** Why files cannot become text, by name, and what to do instead. */
function refusalOf(files: readonly File[]): { says: string; pictures: boolean } {
  const [first] = files
  const others = files.length - 1
  const pictures = files.every(({ type }) => type.startsWith('image/'))
  // Browsers call whatever they find on the clipboard "image.png".
  const unnamed = others === 0 && /^(?:image\.\w+)?$/.test(first?.name ?? '')
  const more = others > 0 ? ` and ${others} more` : ''
  const name = unnamed ? 'The picture' : `${first?.name ?? 'The file'}${more}`
  const says = `${name} ${others > 0 ? 'were' : 'was'} not inserted`
  return {
    says: pictures
      ? `${says}: Prolific needs a web address for each picture.`
      : `${says}: open the file, copy its text and paste it here.`,
    pictures,
  }
}
