import { ansiText } from './ansi-text.ts'
import { inlineHereDocuments } from './here-documents.ts'
import { mapped, splitCommands, type Commands, type Variables } from './split-commands.ts'

/** One after the other; each is tried where the one before has ended. */
const TOKENS = {
  continuation: /\\\r?\n/y,
  end: /\n|;|&&?|\|\|?|[()]/y,
  single: /'([^']*)'/y,
  ansi: /\$'((?:[^'\\]|\\[\s\S])*)'/y,
  double: /\$?"((?:[^"\\]|\\[\s\S])*)"/y,
  escaped: /\\([\s\S])/y,
  variable: /\$(?:\{(\w+)\}|(\w+))/y,
  bare: /[^\s;&|()'"\\$]+/y,
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
  const variables: Variables = new Map()
  return splitCommands(inlineHereDocuments(script), {
    ...TOKENS,
    part: (take) =>
      take(TOKENS.single)?.[1] ??
      mapped(take(TOKENS.ansi), ansiText) ??
      mapped(take(TOKENS.double), (written) => inDoubleQuotes(written, variables)) ??
      take(TOKENS.escaped)?.[1] ??
      valueOf(take(TOKENS.variable), variables) ??
      take(TOKENS.bare)?.[0],
    onCommand: (words) => noteAssignments(words, variables),
  })
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

function valueOf(found: RegExpExecArray | null, variables: Variables) {
  if (!found) return null
  const [all, braced, plain] = found
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
