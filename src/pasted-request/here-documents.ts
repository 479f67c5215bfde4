import { quoteWord } from './quote-word.ts'

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
  return script
    .replaceAll(SUBSTITUTED, (_all, _quote, _end, body: string) => quoteWord(body))
    .replaceAll(
      REDIRECTED,
      (_all, _quote, _end, rest: string, body: string) =>
        `${STANDARD_INPUT} ${quoteWord(body)} ${rest}`,
    )
}
