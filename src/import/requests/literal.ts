import { hasMembers } from '#contract/json-value.ts'
import {
  BEGINS_TEXT,
  BLANK,
  CLOSING,
  COMPUTED,
  FOLLOWS_NO_VALUE,
  joined,
  JSON_WORDS,
  NAME,
  NUMBER,
  OPERATORS,
  TEXT,
  textOf,
  WORDS,
  type Language,
} from './program-tokens.ts'

export type Literal = {
  value: unknown
  /** Where the literal ends: the place behind its last character. */
  to: number
  /** Whether the source ends inside of it. */
  isCutOff: boolean
  /** Whether something in it is not written as the language asks, so that members may be missing. */
  isDamaged: boolean
  /** Whether members come from elsewhere in the program: `...rest`, `**rest`, `[key]: value`. */
  hasMore: boolean
  /** Whether it holds anything that JSON has not: names, other quotes, `None`. */
  isOwn: boolean
}

/** Deeper than this nobody writes a request by hand. */
const DEEPEST = 60

/**
 * The dictionary, object, list or text that begins at `from` in a program, read and never run: names,
 * calls and whatever else would have to be computed become `COMPUTED`. Null when none begins there.
 * @throws RangeError when it is nested deeper than anybody writes
 */
export function literalAt(source: string, from: number, language: Language): Literal | null {
  const reader = new LiteralReader(source, from, language)
  return reader.literal()
}

/** Whether nothing in a value would have to be computed first. */
export function isPlain(value: unknown): boolean {
  return value !== COMPUTED && (!hasMembers(value) || Object.values(value).every(isPlain))
}

class LiteralReader {
  readonly #source: string
  readonly #language: Language
  #at: number
  #isCutOff = false
  #isDamaged = false
  #hasMore = false
  #isOwn = false

  constructor(source: string, from: number, language: Language) {
    this.#source = source
    this.#at = from
    this.#language = language
  }

  literal(): Literal | null {
    const sign = this.#source.charAt(this.#at)
    const value = sign === '{' || sign === '[' ? this.#group(0) : this.#text()
    if (value === undefined) return null
    const [isCutOff, isDamaged, hasMore] = [this.#isCutOff, this.#isDamaged, this.#hasMore]
    return { value, to: this.#at, isCutOff, isDamaged, hasMore, isOwn: this.#isOwn }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#source) ?? []
    if (found === undefined) return null
    this.#at += found.length
    return found
  }

  /** The next sign that is no white space and no comment; '' at the end. */
  #next(): string {
    this.#match(BLANK[this.#language])
    return this.#source.charAt(this.#at)
  }

  #takes(sign: string): boolean {
    if (!this.#source.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }

  /** One text, or in Python several beside each other. Undefined when none begins here. */
  #text(): unknown {
    let whole: unknown
    for (;;) {
      const begin = this.#at
      const written = this.#match(TEXT[this.#language])
      if (written === null) {
        BEGINS_TEXT[this.#language].lastIndex = begin
        const isOpen = BEGINS_TEXT[this.#language].test(this.#source)
        if (!isOpen) return whole
        return this.#openText(whole)
      }
      if (!/^"(?!"")/.test(written)) this.#isOwn = true
      whole =
        whole === undefined
          ? textOf(this.#language, written)
          : joined(whole, textOf(this.#language, written))
      if (this.#language === 'JavaScript') return whole
      const end = this.#at
      this.#next()
      BEGINS_TEXT.Python.lastIndex = this.#at
      if (!BEGINS_TEXT.Python.test(this.#source)) {
        this.#at = end
        return whole
      }
      this.#isOwn = true
    }
  }

  /** A text whose closing quote is missing: the source ends in it, or there is a fault. */
  #openText(before: unknown): unknown {
    const rest = this.#source.slice(this.#at)
    const lineEnd = rest.indexOf('\n')
    const isAtEnd = lineEnd === -1 || rest.slice(lineEnd).trim() === ''
    if (isAtEnd) this.#isCutOff = true
    else this.#isDamaged = true
    this.#at = isAtEnd ? this.#source.length : this.#at + lineEnd
    const [quote = ''] = /["'`]+/.exec(rest) ?? []
    const written = isAtEnd ? `${rest.trimEnd().replace(/\\$/, '')}${quote.charAt(0)}` : ''
    return isAtEnd && before === undefined ? textOf(this.#language, written) : COMPUTED
  }

  /** An object or a list, from its opening bracket on. Undefined when what stands there is neither. */
  #group(depth: number): unknown {
    if (this.#source.charAt(this.#at) === '[') return this.#list(']', depth)
    const object: Record<string, unknown> = {}
    return this.#parts('}', depth, () => this.#member(object, depth)) ? object : undefined
  }

  #list(end: string, depth: number): unknown[] {
    const list: unknown[] = []
    this.#parts(end, depth, () => list.push(this.#value(depth)) > 0)
    return list
  }

  /** Reads what stands between two brackets, part by part. False when a part is none. */
  #parts(end: string, depth: number, part: () => boolean): boolean {
    if (depth > DEEPEST) throw new RangeError('nested too deeply')
    this.#at += 1
    for (;;) {
      if (this.#next() === '') {
        this.#isCutOff = true
        return true
      }
      if (this.#takes(end)) return true
      if (!part()) return false
      const behind = this.#next()
      if (this.#takes(',') || behind === end || behind === '') continue
      this.#isDamaged = true
      // A bracket that closes something else ends this, too.
      if (!this.#skip() || !this.#takes(',')) return true
    }
  }

  /** One member of an object. False when what stands there is a block of statements instead. */
  #member(object: Record<string, unknown>, depth: number): boolean {
    if (this.#takes('...') || this.#takes('**')) {
      this.#hasMore = true
      this.#isOwn = true
      this.#skip()
      return true
    }
    if (this.#language === 'JavaScript' && this.#source.charAt(this.#at) === '[') {
      this.#hasMore = true
      return this.#skip()
    }
    const key = this.#key()
    if (key === undefined) return false
    const sign = this.#next()
    if (this.#takes(':')) {
      if (this.#next() === '') this.#isCutOff = true
      else put(object, key, this.#value(depth))
      return true
    }
    // `{ steps }` is the value of the variable of that name, `{ steps() {} }` a function.
    const isShort = this.#language === 'JavaScript' && /^[,}(]/.test(sign)
    if (isShort) put(object, key, COMPUTED)
    if (sign === '(') this.#skip()
    if (sign === '') this.#isCutOff = true
    else if (!isShort) this.#isDamaged = true
    return isShort || sign === '' || Object.keys(object).length > 0
  }

  #key(): unknown {
    const text = this.#text()
    if (text !== undefined) return text
    const number = this.#match(NUMBER)
    if (number !== null) return number
    const name = this.#match(NAME)
    if (name === null) return undefined
    this.#isOwn = true
    return this.#language === 'JavaScript' ? name : COMPUTED
  }

  #value(depth: number): unknown {
    let value = this.#simpleValue(depth)
    while (this.#next() === '+') {
      this.#at += 1
      this.#isOwn = true
      this.#next()
      value = joined(value, this.#simpleValue(depth))
    }
    if (/^[,\]})]?$/.test(this.#next()) || this.#isFault()) return value
    this.#skip()
    return COMPUTED
  }

  /** Whether what follows a value can be no part of it: a comma or a quotation mark is missing. */
  #isFault(): boolean {
    FOLLOWS_NO_VALUE.lastIndex = this.#at
    return FOLLOWS_NO_VALUE.test(this.#source)
  }

  #simpleValue(depth: number): unknown {
    const sign = this.#next()
    if (sign === '{' || sign === '[') {
      const before = this.#at
      const group = this.#group(depth + 1)
      if (group !== undefined) return group
      this.#at = before
      this.#skip()
      return COMPUTED
    }
    const text = this.#text()
    if (text !== undefined) return text
    if (sign === '(') return this.#inParentheses(depth)
    const number = this.#match(NUMBER)
    if (number !== null) return Number(number.replaceAll('_', ''))
    const begin = this.#at
    const name = this.#match(NAME)
    if (name !== null) {
      const words = WORDS[this.#language]
      if (!JSON_WORDS.has(name) || name === 'undefined') this.#isOwn = true
      if (words.has(name)) return words.get(name)
      if (JSON_WORDS.has(name)) return JSON_WORDS.get(name)
    }
    this.#at = begin
    this.#skip()
    return COMPUTED
  }

  /** A value in parentheses; in Python several are a list. */
  #inParentheses(depth: number): unknown {
    this.#isOwn = true
    const values = this.#list(')', depth + 1)
    if (values.length === 1) return values[0]
    return this.#language === 'Python' ? values : COMPUTED
  }

  /** Goes over an expression, to the comma or bracket that ends it. False at the end of the source. */
  #skip(): boolean {
    this.#isOwn = true
    const open: string[] = []
    let isBehindOperand = false
    for (;;) {
      const sign = this.#next()
      if (sign === '') {
        this.#isCutOff = true
        return false
      }
      if (open.length === 0 && /[,\]})]/.test(sign)) return true
      if (isBehindOperand && this.#isFault()) this.#isDamaged = true
      const closing = CLOSING[sign]
      if (closing !== undefined) open.push(closing)
      else if (sign === open.at(-1)) open.pop()
      const isText = this.#match(TEXT[this.#language]) !== null
      if (!isText && /["'\\]/.test(sign)) this.#isDamaged = true
      const name = isText ? null : this.#match(NAME)
      isBehindOperand = isText || /[)\]}]/.test(sign) || (name !== null && !OPERATORS.has(name))
      if (!isText && name === null) this.#at += 1
    }
  }
}

function put(object: Record<string, unknown>, key: unknown, value: unknown) {
  // A member of this name would change what the object itself is.
  if (typeof key === 'string' && key !== '__proto__') object[key] = value
}
