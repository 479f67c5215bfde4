/** What a token may consist of, as far as anybody has seen. */
const VALUE = String.raw`[\w.~+/=-]`

const PATTERNS: readonly RegExp[] = [
  // A header, however a language spells it, with the scheme before the token or, if it is long, without.
  new RegExp(
    String.raw`authorization\b\\?["'\x60]?\s*(?:[:=,]|=>)\s*\\?["'\x60]?(?:token|bearer|basic)\s+(${VALUE}+)`,
    'gi',
  ),
  new RegExp(
    String.raw`authorization\b\\?["'\x60]?\s*(?:[:=,]|=>)\s*\\?["'\x60]?(${VALUE}{16,})`,
    'gi',
  ),
  // The value of such a header by itself.
  new RegExp(
    String.raw`["'\x60](?:Token|Bearer)\s+(?=${VALUE}*\d)(${VALUE}{6,})\s*\\?["'\x60]`,
    'g',
  ),
  // A variable of the environment, and the names that people give the token in programs and in JSON.
  new RegExp(String.raw`[A-Z_]*(?:TOKEN|API_KEY)["'\])}]*\s*[:=]\s*["'\x60]?(${VALUE}{6,})`, 'g'),
  new RegExp(
    String.raw`(?:token|api_?key)\\?["']?\s*[:=]\s*\\?["'\x60](?:token\s+)?(${VALUE}{12,})\\?["'\x60]`,
    'gi',
  ),
  new RegExp(String.raw`\s(?:-u|--user|--oauth2-bearer)[ =]\s*["']?([^\s"']{6,})`, 'g'),
]

/** What stands where a token goes in instructions and in programs that read it from elsewhere. */
const PLACEHOLDER =
  /^(?:your|my|the|insert|replace|some|os\.|process\.|sys\.|env|getenv|practice$|prolific|x+$|\.+$)|token$/i

/**
 * The tokens and passwords in a text that somebody pasted: in an Authorization header, in
 * `PROLIFIC_TOKEN=…`, in a variable that is called so. Names of variables and words that only hold a
 * token's place are none.
 */
export function findSecrets(text: string): string[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, secret = '']) => secret),
  )
  return [...new Set(found)].filter((secret) => secret.length >= 6 && !PLACEHOLDER.test(secret))
}

/** A text without the secrets in it. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, ''), text)
}
