import { headingWords } from './heading-words.ts'

/** What a column may tell about a person, as words that follow "looks like". */
export type PersonalData =
  | 'e-mail addresses'
  | 'phone numbers'
  | 'names of people'
  | 'IP addresses'
  | 'Prolific IDs'
  | 'bank account numbers'
  | 'postal addresses'
  | 'dates of birth'
  | 'locations'

const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}$/u

/** An address in the middle of words. The parts are bounded, because cells are hostile. */
const EMAIL_WITHIN =
  /[a-z0-9][\w.+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}(?![\w@])/i

const PHONE =
  /^(?:\+\d{1,3}[ ().\d/-]{6,18}|\(\d{2,5}\)[ \d/-]{5,14}|0\d{1,5}[ /-][ \d/-]{4,14}|\d{3}[ .-]\d{3}[ .-]\d{4})$/
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/
const DIGITS = /^[+\d][ ().\d/-]{5,20}$/
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/
const IPV6 = /^(?=[^:]{0,4}:)(?=.{6,39}$)[\da-f]{0,4}(?::[\da-f]{0,4}){4,7}$/i
const OBJECT_ID = /^[\da-f]{24}$/i
const FULL_NAME = /^\p{Lu}\p{Ll}[\p{L}’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){1,3}$/u
const NAME_PART = /^\p{Lu}[\p{L}’' -]{1,40}$/u
const IBAN = /^[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}$/
const STREET =
  /^(?:\d{1,5}[a-z]?,? [\p{L}. ’'-]{2,60} (?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|boulevard|blvd|way|square|terrace)\b|[\p{L}. -]{1,60}(?:straße|strasse|str\.|weg|platz|allee|gasse) ?\d{1,4}\b|\d{1,4},? (?:rue|avenue|boulevard|place) )/iu

const DATE_OF_BIRTH = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d\d)(?:[ T]00:00.*)?$/
const NUMBER = /^[+-]?\d{1,3}(?:[.,]\d{1,15})?$/

/** A kind, how its values look, and the headings that it needs; without any, its values are enough. */
const KINDS: readonly {
  kind: PersonalData
  isLike: (value: string) => boolean
  heading: RegExp | null
}[] = [
  { kind: 'e-mail addresses', isLike: (value) => EMAIL.test(value), heading: null },
  { kind: 'IP addresses', isLike: (value) => IPV4.test(value) || IPV6.test(value), heading: null },
  { kind: 'bank account numbers', isLike: isIban, heading: null },
  {
    kind: 'Prolific IDs',
    isLike: (value) => OBJECT_ID.test(value),
    heading: /\b(?:participants?|pid|prolific|subject|worker|annotator|respondent|proband)/,
  },
  {
    kind: 'dates of birth',
    isLike: (value) => DATE_OF_BIRTH.test(value),
    heading: /\b(?:dob|birth|birthday|birthdate|geburtsdatum|geburtstag)\b/,
  },
  {
    kind: 'phone numbers',
    isLike: (value) => DIGITS.test(value) && !DATE.test(value),
    heading: /\b(?:phone|telephone|tel|mobile|cell|handy|telefon|telefonnummer|fax|whatsapp)\b/,
  },
  {
    kind: 'phone numbers',
    isLike: (value) => PHONE.test(value) && !DATE.test(value),
    heading: null,
  },
  {
    kind: 'names of people',
    isLike: (value) => NAME_PART.test(value),
    heading:
      /\b(?:first ?name|last ?name|surname|fore ?name|given name|family name|full ?name|nachname|vorname|(?:participant|recipient|respondent|customer|patient|contact|student|employee)s? (?:first |last )?name)\b/,
  },
  {
    kind: 'names of people',
    isLike: (value) => FULL_NAME.test(value),
    heading: /^(?:name|names|person|people|contact|participant|respondent|interviewer|student)$/,
  },
  {
    kind: 'locations',
    isLike: (value) => NUMBER.test(value),
    heading: /\b(?:latitude|longitude|lat|lon|lng|gps)\b/,
  },
  {
    kind: 'postal addresses',
    isLike: (value) => !value.includes('://') && !value.includes('@'),
    heading:
      /^(?:(?:home|street|postal|mailing|billing|shipping) )?(?:address|anschrift|adresse)$|\b(?:street|straße|strasse|post ?code|zip ?code|plz|postleitzahl)\b/,
  },
  { kind: 'postal addresses', isLike: (value) => STREET.test(value), heading: null },
]

/** The share of the values that has to look alike. */
const MOST = 0.6

/** Longer values are texts, which are looked through by `hasEmail` alone. */
const LONGEST = 200

/**
 * What personal data a column seems to hold, by its heading and some of its values, those that are not
 * empty; null when it seems to hold none.
 */
export function personalData(heading: string, values: readonly string[]): PersonalData | null {
  if (values.length === 0) return null
  const words = headingWords(heading)
  const found = KINDS.find(
    ({ isLike, heading: needed }) => (needed?.test(words) ?? true) && isMost(values, isLike),
  )
  return found?.kind ?? null
}

/** Whether somewhere in `text` stands an e-mail address. */
export function hasEmail(text: string): boolean {
  return text.includes('@') && EMAIL_WITHIN.test(text)
}

function isMost(values: readonly string[], isLike: (value: string) => boolean): boolean {
  const enough = values.length * MOST
  const mayDiffer = values.length - enough
  let others = 0
  for (const value of values) {
    if ((value.length > LONGEST || !isLike(value.trim())) && ++others > mayDiffer) return false
  }
  return true
}

function isIban(value: string): boolean {
  if (!IBAN.test(value)) return false
  const compact = value.replaceAll(' ', '')
  let rest = 0
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const digits = Number.parseInt(sign, 36)
    rest = (rest * (digits > 9 ? 100 : 10) + digits) % 97
  }
  return rest === 1
}
