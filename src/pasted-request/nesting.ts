/** More open brackets at a time than this nobody writes; parsers take long for them, or give up. */
const MOST_OPEN = 500

const BRACKETS = /[[\](){}]/g

/**
 * Brackets, and the texts in which they mean nothing. A text in plain quotes ends with its line, so that
 * an apostrophe or an inch by itself hides nothing that follows.
 */
const SIGNS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|(?<!`)`(?!`)[^`]*`?|[[\](){}]/g

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
