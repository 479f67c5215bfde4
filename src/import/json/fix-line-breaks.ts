/** More open brackets at a time than this nobody writes; parsers take long for them, or give up. */
const MOST_OPEN = 500

const BRACKETS = /[[\](){}]/g

/**
 * Brackets, and the texts in which they mean nothing. A text in plain quotes ends with its line, so that
 * an apostrophe or an inch by itself hides nothing that follows.
 */
const SIGNS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|(?<!`)`(?!`)[^`]*`?|[[\](){}]/g

/** Before a value: white space and comments. */
const BEFORE = /^(?:\uFEFF|\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/

/** An object, a list of objects, or a member whose object was not copied whole. */
const LIKE_JSON = /^(?:\{|\[\s*(?:[[{"\]]|\/[/*]|$)|"(?:name|\w*id|task_\w+|batch_items)"?\s*:)/

/** A place to be filled at the beginning of a sentence, or a block of a program. */
const NO_OBJECT = /^\{\s*(?:\{\s*\w|\w+[ \t]*\}|\w+[ \t]+[\w$-])/
/** Writes line breaks and tabs inside `"…"` as `\n`, `\r` and `\t`. */
export function mendLineBreaks(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (quoted) =>
    /[\n\r\t]/.test(quoted)
      ? quoted
          .replaceAll('\r\n', '\\n')
          .replaceAll('\n', '\\n')
          .replaceAll('\r', '\\n')
          .replaceAll('\t', '\\t')
      : quoted,
  )
}

/** A text without the white space and the comments before it. */
export function afterComments(text: string): string {
  return text.replace(BEFORE, '')
}

/** Whether a text is, or was meant to be, an object or a list as JSON, JavaScript and Python write it. */
export function beginsLikeJson(text: string): boolean {
  const plain = afterComments(text)
  return LIKE_JSON.test(plain) && !NO_OBJECT.test(plain)
}

/** Whether brackets are nested so deeply that a text is hardly a request. */
export function isNestedTooDeeply(text: string): boolean {
  let open = 0
  for (const [sign] of text.matchAll(SIGNS)) {
    const isText = sign.length > 1 && sign.at(0) === sign.at(-1)
    for (const [bracket] of isText ? [] : sign.matchAll(BRACKETS)) {
      if ('[({'.includes(bracket)) open += 1
      else if (open > 0) open -= 1
      if (open > MOST_OPEN) return true
    }
  }
  return false
}
