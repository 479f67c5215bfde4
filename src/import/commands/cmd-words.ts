import type { Commands } from './split-commands.ts'

/**
 * The words of a script for the Windows command prompt. Two readers share the work there, and here: the
 * prompt takes out its carets, and the program cuts the rest into words, where `\"` and, inside quotes,
 * `""` are a quotation mark.
 */
export function cmdWords(script: string): Commands {
  // Browsers, which copy commands with a caret before every sign, double each backslash as well.
  const paired = /\^"/.test(script)
  return withoutCarets(script.replaceAll('\r\n', '\n'))
    .map((line) => programWords(line, paired))
    .filter((words) => words.length > 0)
}

/** The commands, each on its line; a line break that is part of a word stays inside its command. */
function withoutCarets(script: string): string[] {
  const commands: string[] = []
  let command = ''
  let quoted = false
  for (let at = 0; at < script.length; at += 1) {
    const sign = script.charAt(at)
    if (sign === '^' && !quoted) {
      at += 1
      const next = script.charAt(at)
      // A caret at the end of a line joins the lines; an empty line behind it is a line break.
      if (next !== '\n') command += next
      else if (script.charAt(at + 1) === '\n') {
        command += '\n'
        at += 1
      }
    } else if (sign === '\n') {
      commands.push(command)
      command = ''
      quoted = false
    } else {
      if (sign === '"') quoted = !quoted
      command += sign
    }
  }
  return [...commands, command]
}

function programWords(line: string, paired: boolean): string[] {
  const words: string[] = []
  let word: string | null = null
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    const next = line.charAt(at + 1)
    if (!quoted && /[ \t]/.test(sign)) {
      if (word !== null) words.push(word)
      word = null
      continue
    }
    word ??= ''
    if (sign === '\\' && paired && /[\\"]/.test(next)) {
      word += next
      at += 1
    } else if (sign === '\\') {
      const slashes = /^\\+/.exec(line.slice(at, at + 1000))?.[0].length ?? 1
      const beforeQuote = line.charAt(at + slashes) === '"'
      word += '\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes)
      at += slashes - 1
      if (beforeQuote && slashes % 2 === 1) {
        word += '"'
        at += 1
      }
    } else if (sign === '"' && quoted && next === '"') {
      word += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else word += sign
  }
  if (word !== null) words.push(word)
  return words
}
