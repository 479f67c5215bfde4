/** One rule of a style sheet, as written. */
export interface CssRule {
  /** What stands before the brace. */
  selectors: string
  declarations: string
  /** Whether it stands in another block, such as `@media print { … }`, and so may not hold. */
  isInBlock: boolean
}

const TOKENS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\\.|[{};]|[^{};"'\\]+|["'\\]/gs

/** Reads the rules of a style sheet, inner ones before the blocks around them. Never throws. */
export function rulesOf(css: string): CssRule[] {
  const rules: CssRule[] = []
  const open: CssRule[] = []
  let words = ''
  for (const [token] of css.replaceAll(/<!--|-->|\/\*.*?(?:\*\/|$)/gs, '').matchAll(TOKENS)) {
    const block = open.at(-1)
    if (token === '{') {
      open.push({ selectors: words.trim(), declarations: '', isInBlock: open.length > 0 })
    } else if (token === '}' && block) {
      block.declarations += words
      rules.push(block)
      open.pop()
    } else if (token === ';') {
      if (block) block.declarations += `${words};`
    } else if (token !== '}') {
      words += token
      continue
    }
    words = ''
  }
  return rules
}
