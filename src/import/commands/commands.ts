import { cmdWords } from './cmd-words.ts'
import { readCurl, requestOf, type CommandRequest } from './curl.ts'
import { powershellWords } from './powershell-words.ts'
import { isCliCreate, readCli } from './prolific-cli.ts'
import { shellWords } from './shell-words.ts'
import type { Commands } from './split-commands.ts'

export type ReadCommand = CommandRequest & { source: string }

const CURL = /^(?:.*[\\/])?curl(?:\.exe)?$/i
const INVOKE = /^(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)$/i
const COMMAND = /\bcurl(?:\.exe)?\s|\bInvoke-(?:RestMethod|WebRequest)\b|\b(?:irm|iwr)\s+-/i
const CLI = /\b(?:ai)?-?task-?builder\s+batch\s+create\b/i

/** Whether a text is worth reading as a script of commands. */
export function hasCommands(text: string): boolean {
  return COMMAND.test(text) || CLI.test(text)
}

/** What people copy along with a command. */
const PROMPT = /^\s*(?:[$%>][ \t]+|(?:PS [^>\n]*|[A-Z]:\\[^>\n]*)>[ \t]*)(?=\S)/

/**
 * The requests that the commands of a script would send. It is read by the rules of quoting of each
 * shell, and the reading that gives the most counts; of several that of the shell that it seems to be
 * written for. Nothing is run.
 */
export function readCommands(text: string): ReadCommand[] {
  const script = text.replace(PROMPT, '')
  const readings = dialects(script).map((words) => words(script).flatMap(readCommand))
  return readings.reduce((best, other) => (worth(other) > worth(best) ? other : best))
}

/** How many members of requests were read. */
function worth(commands: readonly ReadCommand[]) {
  const members = commands.map(({ request }) => Object.keys(request ?? {}).length)
  return members.reduce((sum, count) => sum + count, commands.length / 1000)
}

function dialects(script: string): ((script: string) => Commands)[] {
  const beforeQuotes = /^[^'"]*/.exec(script)?.[0] ?? ''
  const [, continued] = /([\\^`])[ \t]*\r?\n/.exec(script) ?? []
  if (continued === '^' || beforeQuotes.endsWith('^')) return [cmdWords, shellWords]
  const isPowershell =
    continued === '`' ||
    /@$|\bcurl\.exe\b|\bInvoke-|\b(?:irm|iwr)\b|^\s*\$\w+\s*=\s/i.test(beforeQuotes)
  return isPowershell ? [powershellWords, shellWords] : [shellWords, powershellWords, cmdWords]
}

function readCommand(words: string[]): ReadCommand[] {
  if (isCliCreate(words)) return [{ ...readCli(words), source: 'a prolific command' }]
  const curl = words.findIndex((word) => CURL.test(word))
  if (curl !== -1) {
    return [{ ...readCurl(words.slice(curl + 1)), source: 'a curl command' }]
  }
  const invoke = words.findIndex((word) => INVOKE.test(word))
  if (invoke === -1) return []
  return [{ ...invoked(words.slice(invoke + 1)), source: 'a PowerShell command' }]
}

/** `Invoke-RestMethod … -Body '…'`. */
function invoked(words: readonly string[]): CommandRequest {
  const at = words.findIndex((word) => /^-Body$/i.test(word))
  const body = at === -1 ? '' : (words[at + 1] ?? '')
  if (body.startsWith('$')) {
    const trouble =
      'PowerShell computes what this command sends. Print it with ConvertTo-Json and paste the output.'
    return { request: null, ignored: [], trouble }
  }
  return { ...requestOf(body), ignored: [] }
}
