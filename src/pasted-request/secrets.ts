import { looksSecret } from './looks-secret.ts'

/** What a token may consist of, as far as anybody has seen. */
const VALUE = String.raw`[\w.~+/=-]{6,}`
const QUOTE = String.raw`[\\"'\x60]`
const SCHEME = String.raw`(?:token|bearer|basic|api-?key)\s{1,9}`

const PATTERNS: readonly RegExp[] = [
  // A header, an assignment or a member, however a language spells it: `"Authorization", "Token …"`,
  // `export PROLIFIC_TOKEN=…`, `api_key: str = '…'`, `env.TOKEN ?? '…'`.
  new RegExp(
    String.raw`(?:token|api[-_]?key|secret|passw(?:or)?d|bearer|authorization)\w{0,40}` +
      String.raw`(?:${QUOTE}|[\])}]){0,4}\s{0,9}(?::\s{0,9}\w{1,40}\s{0,9})?` +
      String.raw`(?::?=>?|[:,]|\?\?|\|\||or\b)\s{0,9}` +
      String.raw`(?:${QUOTE}|[({$@]){0,4}(?:${SCHEME})?(${VALUE})`,
    'gi',
  ),
  // The value of such a header by itself.
  new RegExp(String.raw`(?:${QUOTE}|\bauthorization\s{1,9})${SCHEME}(${VALUE})`, 'gi'),
  // `setx PROLIFIC_TOKEN …`
  new RegExp(
    String.raw`\bset(?:env|x)?\s{1,9}(?:-\w{1,9}\s{1,9})?\w{0,40}(?:TOKEN|KEY)\s{1,9}${QUOTE}?(${VALUE})`,
    'g',
  ),
  /\s(?:-u|--user|--oauth2-bearer)[ =]?\s{0,9}["']?([^\s"']{6,})/g,
]

/**
 * The tokens and passwords in a text that somebody pasted: in an Authorization header, in
 * `PROLIFIC_TOKEN=…`, in a variable that is called so. Only what looks like one is: people write
 * “TOKEN: a word” in the texts of their tasks as well, and what holds a token's place is none.
 */
export function findSecrets(text: string): string[] {
  const written = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, value = '']) => value),
  )
  return [...new Set(written.flatMap(partsOf))].filter(looksSecret)
}

/** `name:password` and `token=…` apart, without the signs around them. */
function partsOf(written: string) {
  return written
    .split(/[:=]+/)
    .map((part) => part.replace(/^[^A-Za-z\d]+/, '').replace(/(?<![^A-Za-z\d])[^A-Za-z\d]+$/, ''))
}

/** Letters right before a token that belong to no word: escapes that are written out, `\n` and `%20`. */
const BEFORE = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?<=\\[nrt]|%[\da-fA-F]{2}|\\u[\da-fA-F]{4}))`
const BEHIND = String.raw`={0,2}(?![\p{L}\p{M}\p{N}])`

/** A text without the secrets in it. Each goes as a whole; a word that only has its letters inside stays. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .toSorted((one, other) => other.length - one.length)
    .filter((secret) => text.includes(secret))
    .reduce((rest, secret) => {
      const literal = secret.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)
      return rest.replaceAll(new RegExp(BEFORE + literal + BEHIND, 'gu'), '')
    }, text)
}
