import { ansiText } from './ansi-text.ts'
import { inlineHereDocuments } from './here-documents.ts'

/** The commands of a script, each as its words. */
export type Commands = string[][]

/** Values of variables that the script itself sets. */
export type Variables = Map<string, string>

/** One after the other; each is tried where the one before has ended. */
const TOKENS = {
  continuation: /\\\r?\n/y,
  blank: /[ \t\r]+/y,
  comment: /#[^\n]*/y,
  end: /\n|;|&&?|\|\|?|[()]/y,
  single: /'([^']*)'/y,
  ansi: /\$'((?:[^'\\]|\\[\s\S])*)'/y,
  double: /\$?"((?:[^"\\]|\\[\s\S])*)"/y,
  escaped: /\\([\s\S])/y,
  variable: /\$(?:\{(\w+)\}|(\w+))/y,
  bare: /[^\s;&|()'"\\$]+/y,
  anything: /[\s\S]/y,
} as const

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_]\w*)=([\s\S]*)$/

/**
 * The words of a script for bash, zsh or sh, by the rules of quoting of POSIX and `$'…'`. Variables
 * get the value that the script gave them before; others stay as they are written, and nothing else is
 * carried out. Never throws: a quote that never ends is read as a character.
 *
 * Not a library's work: those measured expand what they should not, or take a backslash in single
 * quotes for an escape when the word goes on behind them.
 */
export function shellWords(script: string): Commands {
  const text = inlineHereDocuments(script)
  const variables: Variables = new Map()
  const commands: Commands = []
  let words: string[] = []
  let word: string | null = null
  let at = 0

  const take = (token: RegExp) => {
    token.lastIndex = at
    const found = token.exec(text)
    if (found) at = token.lastIndex
    return found
  }
  const endWord = () => {
    if (word !== null) words.push(word)
    word = null
  }
  const endCommand = () => {
    endWord()
    noteAssignments(words, variables)
    if (words.length > 0) commands.push(words)
    words = []
  }
  const add = (part: string) => {
    word = (word ?? '') + part
  }

  while (at < text.length) {
    if (take(TOKENS.continuation)) continue
    if (take(TOKENS.blank) || (word === null && take(TOKENS.comment))) {
      endWord()
      continue
    }
    if (take(TOKENS.end)) {
      endCommand()
      continue
    }
    const single = take(TOKENS.single)
    const ansi = single ?? take(TOKENS.ansi)
    const double = ansi ?? take(TOKENS.double)
    if (single) add(single[1] ?? '')
    else if (ansi) add(ansiText(ansi[1] ?? ''))
    else if (double) add(inDoubleQuotes(double[1] ?? '', variables))
    else {
      const escaped = take(TOKENS.escaped)
      const variable = escaped ? null : take(TOKENS.variable)
      if (escaped) add(escaped[1] ?? '')
      else if (variable) add(valueOf(variable, variables))
      else add(take(TOKENS.bare)?.[0] ?? take(TOKENS.anything)?.[0] ?? '')
    }
  }
  endCommand()
  return commands
}

function inDoubleQuotes(written: string, variables: Variables) {
  return written.replaceAll(
    /\\(?:\r?\n|([$`"\\])|(?=[\s\S]))|\$(?:\{(\w+)\}|(\w+))/g,
    (all: string, sign?: string, braced?: string, plain?: string) => {
      if (sign !== undefined) return sign
      const name = braced ?? plain
      if (name !== undefined) return variables.get(name) ?? all
      return all.length > 1 ? '' : all
    },
  )
}

function valueOf([all, braced, plain]: RegExpExecArray, variables: Variables) {
  return variables.get(braced ?? plain ?? '') ?? all
}

/** What stands before a command holds for that command alone, but nothing else in a paste differs. */
function noteAssignments(words: readonly string[], variables: Variables) {
  for (const word of words[0] === 'export' ? words.slice(1) : words) {
    const [, name, value] = ASSIGNMENT.exec(word) ?? []
    if (name === undefined || value === undefined) break
    variables.set(name, value)
  }
}
