import { fieldOrder, isSwitch } from '#drafts/fields.ts'
import type { Pasted } from './unrecognised.ts'
import type { RequestDraft } from './request-to-draft.ts'

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i

/** What names are put together of: `camelCase` of two humps, `batch12` of two, and what is random of many. */
const HUMPS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g

/** Can be said, and so may be a word or a part of one. */
const SPEAKABLE = /^(?=.*[aeiouy])(?!.*[^aeiouy]{5})[a-z]{3,}$/i

/** The longest number that people glue to a word. */
const DIGITS_OF_A_DATE = 8
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

/**
 * Whether a word is random, as tokens and keys are, rather than written by people: `origin`,
 * `classification-A`, `student1`, `getTokenFromVault` and `2026-11-25` are not, `7f3a9c51e2b84d06`,
 * a UUID and a JWT are.
 */
function looksSecret(word: string): boolean {
  const runs = word.split(/[^A-Za-z\d]+/)
  if (UUID.test(word) || runs.some(isRandom)) return true
  // `a1b2-c3d4-e5f6-a7b8`: keys also come in groups.
  const groups = runs.filter((run) => /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d]{4,}$/.test(run))
  return groups.length > 2 && groups.join('').length >= 16
}

function isRandom(run: string) {
  const humps = run.match(HUMPS) ?? []
  const spoken = humps.filter((hump) => SPEAKABLE.test(hump)).join('').length / run.length
  const digits = run.replaceAll(/\D/g, '').length
  const isBroken = spoken < 0.5 || humps.length >= run.length / 2.5
  if (digits === 0) return run.length >= 12 && humps.length >= 4 && isBroken
  return (
    (run.length >= 10 && humps.length >= run.length / 2) ||
    (run.length >= 12 && humps.length >= 5 && (spoken < 0.5 || humps.length >= run.length / 3)) ||
    (run.length >= 16 && digits > DIGITS_OF_A_DATE && isVaried(run)) ||
    (run.length >= 32 && digits > 1 && isVaried(run))
  )
}

/** `xxxxxxxxxxxxxxxx` and `0000000000000000` only hold a place. */
function isVaried(run: string) {
  return new Set(run).size >= 6
}

/** The outcome without secrets, wherever in it they stand. */
export function cleared(pasted: Pasted, secrets: readonly string[]): Pasted {
  if (secrets.length === 0) return pasted
  const clear = (text: string) => withoutSecrets(text, secrets)
  return {
    ...pasted,
    drafts: pasted.drafts.map((draft) => clearedDraft(draft, clear)),
    ignored: pasted.ignored.map(clear),
    hadToken: true,
    problems: pasted.problems.map(({ draft, line, field, reason }) => ({
      draft: clear(draft),
      line,
      field: clear(field),
      reason: clear(reason),
    })),
  }
}

function clearedDraft(read: RequestDraft, clear: (text: string) => string): RequestDraft {
  const { draft, ignored, notes } = read
  const texts = { ...draft.texts }
  for (const field of fieldOrder) {
    if (!isSwitch(field)) texts[field] = clear(texts[field])
  }
  return {
    ...read,
    draft: { ...draft, name: clear(draft.name), texts },
    ignored: ignored.map(clear),
    notes: notes.map(clear),
  }
}
