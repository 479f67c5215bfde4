import type { Commands, Variables } from './shell-words.ts'

const TOKENS = {
  continuation: /`\r?\n/y,
  blank: /[ \t\r]+/y,
  comment: /#[^\n]*/y,
  end: /\n|;|\|\|?|&&?|[(){}]/y,
  hereSingle: /@'[ \t]*\r?\n([\s\S]*?)\r?\n'@/y,
  hereDouble: /@"[ \t]*\r?\n([\s\S]*?)\r?\n"@/y,
  single: /'((?:[^']|'')*)'/y,
  double: /"((?:[^"`]|`[\s\S]|"")*)"/y,
  escaped: /`([\s\S])/y,
  variable: /\$(?:\{([\w:]+)\}|([\w:]+))/y,
  bare: /[^\s;&|(){}'"`$@]+/y,
  anything: /[\s\S]/y,
} as const

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', 0: '\0' }

/**
 * The words of a PowerShell script, with the values of variables that the script sets to a text.
 * Nothing else is carried out: hash tables and conversions stay words that mean nothing. Never throws.
 */
export function powershellWords(script: string): Commands {
  const variables: Variables = new Map()
  const commands: Commands = []
  let words: string[] = []
  let word: string | null = null
  let at = 0

  const take = (token: RegExp) => {
    token.lastIndex = at
    const found = token.exec(script)
    if (found) at = token.lastIndex
    return found
  }
  const endWord = () => {
    if (word !== null) words.push(word)
    word = null
  }
  const endCommand = () => {
    endWord()
    const [name, sign, value, ...more] = words
    if (name?.startsWith('$') && sign === '=' && value !== undefined && more.length === 0) {
      variables.set(name.slice(1).toLowerCase(), value)
    }
    if (words.length > 0) commands.push(words)
    words = []
  }
  const expanded = (written: string) =>
    written.replaceAll(
      /`([\s\S])|""|\$(?:\{([\w:]+)\}|([\w:]+))/g,
      (all: string, sign?: string, braced?: string, plain?: string) => {
        if (sign !== undefined) return NAMED[sign] ?? sign
        const name = braced ?? plain
        return name === undefined ? '"' : (variables.get(name.toLowerCase()) ?? all)
      },
    )

  while (at < script.length) {
    if (take(TOKENS.continuation)) continue
    if (take(TOKENS.blank) || (word === null && take(TOKENS.comment))) {
      endWord()
      continue
    }
    if (take(TOKENS.end)) {
      endCommand()
      continue
    }
    const part =
      take(TOKENS.hereSingle)?.[1] ??
      take(TOKENS.single)?.[1]?.replaceAll("''", "'") ??
      mapped(take(TOKENS.hereDouble) ?? take(TOKENS.double), expanded) ??
      mapped(take(TOKENS.escaped), (sign) => NAMED[sign] ?? sign) ??
      variableValue(take(TOKENS.variable), words.length === 0, variables) ??
      take(TOKENS.bare)?.[0] ??
      take(TOKENS.anything)?.[0] ??
      ''
    word = (word ?? '') + part
  }
  endCommand()
  return commands
}

function mapped(found: RegExpExecArray | null, change: (written: string) => string) {
  return found ? change(found[1] ?? '') : null
}

/** At the start of a command a variable is set, anywhere else it is read. */
function variableValue(
  found: RegExpExecArray | null,
  isFirst: boolean,
  variables: ReadonlyMap<string, string>,
) {
  if (!found) return null
  const name = (found[1] ?? found[2] ?? '').toLowerCase()
  return isFirst ? found[0] : (variables.get(name) ?? found[0])
}
