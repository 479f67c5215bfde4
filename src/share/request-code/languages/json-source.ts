/** Every character nobody sees: controls, directions, odd spaces. Two joiners stay, words need them. */
const UNSEEN = /(?![\n \u200c\u200d])[\p{C}\p{Z}]/gu
const NOT_ASCII = /[^\n -~]/g

/**
 * JSON as it can stand in a source file: the same value, with every character that nobody would see
 * written as an escape, so that no editor, terminal or compiler changes or misreads it.
 */
export function jsonSource(json: string) {
  return escapeInJson(json, UNSEEN)
}

/** The same in ASCII alone, for compilers that take a file to be in the encoding of the machine. */
export function asciiJson(json: string) {
  return escapeInJson(json, NOT_ASCII)
}

/**
 * JSON of the same value in which the characters that match are written as `\uXXXX`. They must be
 * characters that can stand in strings only, and not behind a backslash of an escape.
 */
export function escapeInJson(json: string, characters: RegExp) {
  return json.replace(characters, (character) =>
    Array.from({ length: character.length }, (_, at) =>
      unicodeEscape(character.charCodeAt(at)),
    ).join(''),
  )
}

function unicodeEscape(unit: number) {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

/** Strings and words of JSON; whatever is inside a string is never looked at. */
const TOKEN = /"(?:[^"\\]|\\.)*"(:?)|\b(?:true|false|null)\b/g

/**
 * JSON with its words, and names of members such as `"__proto__":`, written as another language writes
 * them. Strings are left as they are.
 */
export function rewordJson(json: string, words: Readonly<Record<string, string>>) {
  return json.replace(TOKEN, (token) => words[token] ?? token)
}
