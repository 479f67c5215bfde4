/** Before a value: white space and comments. */
const BEFORE = /^(?:\uFEFF|\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/

/** An object, a list of objects, or a member whose object was not copied whole. */
const LIKE_JSON = /^(?:\{|\[\s*(?:[[{"\]]|\/[/*]|$)|"(?:name|\w*id|task_\w+|batch_items)"?\s*:)/

/** A place to be filled at the beginning of a sentence, or a block of a program. */
const NO_OBJECT = /^\{\s*(?:\{\s*\w|\w+[ \t]*\}|\w+[ \t]+[\w$-])/

/** A text without the white space and the comments before it. */
export function afterComments(text: string): string {
  return text.replace(BEFORE, '')
}

/** Whether a text is, or was meant to be, an object or a list as JSON, JavaScript and Python write it. */
export function beginsLikeJson(text: string): boolean {
  const plain = afterComments(text)
  return LIKE_JSON.test(plain) && !NO_OBJECT.test(plain)
}
