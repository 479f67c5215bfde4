/** Why files cannot become text, by name, and what to do instead. */
export function refusalOf(files: readonly File[]): { says: string; pictures: boolean } {
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
      : `${says}: open the file, select its text and paste that here.`,
    pictures,
  }
}
