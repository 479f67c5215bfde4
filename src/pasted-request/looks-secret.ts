const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i

/** What names are put together of: `camelCase` of two humps, `batch12` of two, and what is random of many. */
const HUMPS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g

/** Can be said, and so may be a word or a part of one. */
const SPEAKABLE = /^(?=.*[aeiouy])(?!.*[^aeiouy]{5})[a-z]{3,}$/i

/** The longest number that people glue to a word. */
const DIGITS_OF_A_DATE = 8

/**
 * Whether a word is random, as tokens and keys are, rather than written by people: `origin`,
 * `classification-A`, `student1`, `getTokenFromVault` and `2026-11-25` are not, `7f3a9c51e2b84d06`,
 * a UUID and a JWT are.
 */
export function looksSecret(word: string): boolean {
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
