/** A word in single quotes, as a POSIX shell reads it back. */
export function quoteWord(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}
