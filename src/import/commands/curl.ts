import { looseJson } from '#import/json/loose-json.ts'
import { STANDARD_INPUT } from './here-documents.ts'
import { isRequestLike } from '#import/requests/request-shape.ts'

/** What a command would have sent, as far as it can be told without running it. */
export type CommandRequest = {
  /** The body, or the members that options give; null when there is none that can be read. */
  request: Record<string, unknown> | null
  /** Options that mean nothing for a draft, by name. */
  ignored: string[]
  /** Why there is no request, with what to do. */
  trouble: string
}

/** Short options of curl that take a value. */
const SHORT_WITH_VALUE = 'AbcCDdeEFHKmoPQrtTuUwxXyYz'
const LONG_WITH_VALUE = new Set(
  `url request header data data-ascii data-raw data-binary data-urlencode json user user-agent referer
  cookie cookie-jar output max-time connect-timeout retry retry-delay retry-max-time proxy proxy-user
  cacert capath cert key write-out form resolve interface oauth2-bearer aws-sigv4 config limit-rate
  standard-input netrc-file cert-type key-type ciphers tls-max trace trace-ascii dump-header`.split(
    /\s+/,
  ),
)
const DATA = new Set(['d', 'data', 'data-ascii', 'data-raw', 'data-binary', 'json', 'Body', 'body'])
/** What every request has, and a draft needs to say nothing about. */
const EXPECTED = /^(?:url|X|request|H|header|standard-input)$/

/** The request of a `curl` command, given the words behind its name. */
export function readCurl(words: readonly string[]): CommandRequest {
  const options = optionsOf(words)
  const input = options.find(([name]) => `--${name}` === STANDARD_INPUT)?.[1]
  const data = options.filter(([name]) => DATA.has(name))
  const ignored = options
    .map(([name]) => name)
    .filter((name) => !DATA.has(name) && !EXPECTED.test(name))
    .map((name) => (name.length === 1 ? `-${name}` : `--${name}`))
  const file = data.find(([name, value]) => name !== 'data-raw' && /^@(?!-$)/.test(value))?.[1]
  if (file !== undefined) {
    const trouble = `The request is in the file ${file.slice(1)}. Paste its contents, or choose the file here.`
    return { request: null, ignored, trouble }
  }
  const body = data.map(([, value]) => (value === '@-' ? (input ?? '') : value)).join('')
  return { ...requestOf(body), ignored }
}

/** The request in a body, as JSON. */
export function requestOf(body: string): Pick<CommandRequest, 'request' | 'trouble'> {
  // PowerShell's older versions want quotation marks escaped once more.
  const value = looseJson(body) ?? looseJson(body.replaceAll(String.raw`\"`, '"'))
  if (isRequestLike(value)) return { request: value, trouble: '' }
  const trouble =
    body.trim() === ''
      ? 'This command sends nothing. Copy it again with its data.'
      : value === undefined
        ? 'What this command sends is not readable JSON. A quotation mark or the end may be missing.'
        : 'What this command sends is not a batch request: it has no name and no task details.'
  return { request: null, trouble }
}

type Option = [name: string, value: string]

function optionsOf(words: readonly string[]): Option[] {
  const options: Option[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [, long, given] = /^--([\w.-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
    if (long !== undefined) {
      const takes = given === undefined && LONG_WITH_VALUE.has(long)
      if (takes) at += 1
      options.push([long, given ?? (takes ? (words[at] ?? '') : '')])
    } else if (/^-[^-]/.test(word)) {
      at += shortOptions(word.slice(1), words[at + 1], options)
    }
  }
  return options
}

/** Reads `-sSd '…'`, `-XPOST` and the like; gives how many words more than its own it took. */
function shortOptions(letters: string, next: string | undefined, options: Option[]): number {
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charAt(index)
    if (SHORT_WITH_VALUE.includes(letter)) {
      const attached = letters.slice(index + 1)
      options.push([letter, attached || (next ?? '')])
      return attached ? 0 : 1
    }
    options.push([letter, ''])
  }
  return 0
}
