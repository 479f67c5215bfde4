/** The commands of a script, each as its words. */
export type Commands = string[][]

/** Values of variables that the script itself sets. */
export type Variables = Map<string, string>

/** Gives what a sticky pattern finds where the reading has come to, and goes on behind it. */
export type Take = (token: RegExp) => RegExpExecArray | null

/** How one shell writes its commands. Patterns are sticky. */
type Shell = {
  /** A line that goes on in the next one. */
  continuation: RegExp
  /** What ends a command. */
  end: RegExp
  /** The next part of a word, as it is meant; null for a sign that means nothing here. */
  part: (take: Take, isFirst: boolean) => string | null | undefined
  /** Called with the words of each command where it ends. */
  onCommand: (words: readonly string[]) => void
}

const BLANK = /[ \t\r]+/y
const COMMENT = /#[^\n]*/y
const ANYTHING = /[\s\S]/y

/**
 * Cuts a script into its commands and those into words, by the rules of one shell. Carries out nothing
 * and never throws: what no rule knows is read as a character.
 */
export function splitCommands(script: string, { continuation, end, part, onCommand }: Shell) {
  const commands: Commands = []
  let words: string[] = []
  let word: string | null = null
  let at = 0

  const take: Take = (token) => {
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
    onCommand(words)
    if (words.length > 0) commands.push(words)
    words = []
  }

  while (at < script.length) {
    if (take(continuation)) continue
    if (take(BLANK) || (word === null && take(COMMENT))) endWord()
    else if (take(end)) endCommand()
    else word = (word ?? '') + (part(take, words.length === 0) ?? take(ANYTHING)?.[0] ?? '')
  }
  endCommand()
  return commands
}

/** What is quoted in a token, changed; null where there is no token. */
export function mapped(found: RegExpExecArray | null, change: (written: string) => string) {
  return found ? change(found[1] ?? '') : null
}
