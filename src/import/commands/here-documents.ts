const SUBSTITUTED =
  /"?\$\(\s*cat\s*<<-?\s*(["']?)(\w+)\1[ \t]*\n([\s\S]*?)\n?[ \t]*\2[ \t]*\n?\s*\)"?/g
const REDIRECTED = /<<-?[ \t]*(["']?)(\w+)\1([^\n]*)\n([\s\S]*?)\n?[ \t]*\2[ \t]*(?=\n|$)/g

/** The option under which a command gets what a here-document gives to its standard input. */
export const STANDARD_INPUT = '--standard-input'

/**
 * Writes here-documents as quoted words, so that one reader of words is enough: `"$(cat <<'EOF' …)"` as
 * the word that it stands for, and `<<EOF …` as the value of `STANDARD_INPUT`.
 */
export function inlineHereDocuments(script: string): string {
  if (!script.includes('<<')) return script
  return inlineRedirected(
    script.replaceAll(SUBSTITUTED, (_all, _quote, _end, body: string) => quoteWord(body)),
  )
}

function inlineRedirected(script: string): string {
  const pattern = new RegExp(REDIRECTED)
  let written = ''
  let from = 0
  for (let found = pattern.exec(script); found; found = pattern.exec(script)) {
    const [all, , , rest = '', body = ''] = found
    const before = script.slice(from, found.index)
    if (endsInQuotes(before)) {
      // Words of a text that only look like it.
      pattern.lastIndex = found.index + 2
    } else {
      written += `${before}${STANDARD_INPUT} ${quoteWord(body)} ${rest}`
      from = found.index + all.length
    }
  }
  return written + script.slice(from)
}

const WHOLE = /\\[\s\S]|\$'(?:\\[\s\S]|[^'\\])*'|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|(?<=^|\s)#[^\n]*/g

/** Whether a piece of a script stops in the middle of a quoted word. */
function endsInQuotes(piece: string): boolean {
  return /['"]/.test(piece.replaceAll(WHOLE, ''))
}

/** A word in single quotes, as a POSIX shell reads it back. */
function quoteWord(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}
