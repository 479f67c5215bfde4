/** More open brackets at a time than this nobody writes; parsers take long for them, or give up. */
const MOST_OPEN = 500

/** Whether brackets are nested so deeply that a text is hardly a request. Texts in quotes count as well. */
export function isNestedTooDeeply(text: string): boolean {
  let open = 0
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    if ('[({'.includes(bracket)) open += 1
    else if (open > 0) open -= 1
    if (open > MOST_OPEN) return true
  }
  return false
}
