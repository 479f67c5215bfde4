import { hasMembers } from '#contract/json-value.ts'
import type { Environment } from '#contract/environment.ts'
import { lineAt, lineStarts } from '#drafts/file-format/json-lines.ts'
import { MOST_FILE_CHARACTERS } from '#drafts/file-format/draft-file.ts'
import { beginsLikeJson, mendLineBreaks, isNestedTooDeeply } from '#import/json/fix-line-breaks.ts'
import { cleared, findSecrets } from './secrets.ts'
import { hasCommands, readCommands } from '#import/commands/commands.ts'
import { damaged, isOwnFile, readOwnFile } from '#import/json/damaged.ts'
import {
  jsonSource,
  nothingElse,
  type Found,
  mentionsRequest,
  requestsIn,
} from './request-shape.ts'
import { isPlain } from './literal.ts'
import { jsonWithin, looseJson } from '#import/json/loose-json.ts'
import { type Pasted, noRequest, unrecognised } from './unrecognised.ts'
import { readProgram } from './program.ts'
import { readLiteral } from './read-literal.ts'
import { draftOfRequest } from './request-to-draft.ts'
const CUT_OFF =
  'The end of this request is missing. It is not in the draft, and the last text may be incomplete.'

/**
 * Reads a text from outside: a file of drafts of this app, the JSON of a request or of an answer, a
 * `curl` or `prolific` command, a program in Python or JavaScript. Nothing in it is run. Tokens that
 * are in it get into nothing of what comes out. Never throws.
 */
export function readPasted(text: string, environment: Environment): Pasted {
  if (text.length > MOST_FILE_CHARACTERS) return unrecognised('This is longer than 10 MB.')
  if (text.trim() === '') return unrecognised('There is nothing to read yet.')
  return read(text, environment)
}

const ONLY_A_PART =
  'The code around this could not be read. Fields may be missing, so compare every field.'

const TOO_DEEP = 'This is nested too deeply to be read.'

function read(text: string, environment: Environment): Pasted {
  try {
    const secrets = findSecrets(text)
    if (isOwnFile(text)) {
      // The app puts no token into a file, and every character of the texts in it was meant.
      const own = readOwnFile(text)
      return { ...own, problems: cleared({ ...own, drafts: [] }, secrets).problems }
    }
    const isTooDeep = isNestedTooDeeply(text)
    return cleared(isTooDeep ? unrecognised(TOO_DEEP) : readRequests(text, environment), secrets)
  } catch (error) {
    // The stack of a browser is finite, and so is what people nest.
    if (error instanceof RangeError) return unrecognised(TOO_DEEP)
    throw error
  }
}

function readRequests(text: string, environment: Environment): Pasted {
  const blocks = beginsLikeJson(text) ? [] : fences(text)
  const found = firstIn(blocks) ?? damagedAmong(blocks) ?? find(text) ?? unreadable(text)
  if ('problems' in found) return found
  const drafts = distinct(found.requests).map((request) => draftOfRequest(request, environment))
  const filled = drafts.filter(({ understood }) => understood.length > 0)
  if (filled.length === 0) return unrecognised(found.trouble || 'There is no text in this request.')
  const ignored = [...new Set([...found.ignored, ...filled.flatMap((draft) => draft.ignored)])]
  const [first] = filled
  if (first && found.trouble !== '') first.notes.push(found.trouble)
  if (found.isCutOff) filled.at(-1)?.notes.push(CUT_OFF)
  return { source: found.source, drafts: filled, ignored, hadToken: false, problems: [] }
}

type Block = { text: string; line: number }

/** The blocks of code in a text with ``` around them. */
function fences(text: string): Block[] {
  const starts = lineStarts(text)
  return Array.from(text.matchAll(/(```[\w+-]*\s?)([\s\S]*?)```/g), (match) => {
    const [, opening = '', block = ''] = match
    return { text: block, line: lineAt(starts, match.index + opening.length) }
  })
}

/** The requests of the first block that holds any. */
function firstIn(blocks: readonly Block[]): Found | null {
  for (const block of blocks) {
    const found = find(block.text)
    if (found && found.requests.length > 0) return found
  }
  return null
}

/** Why a block that was meant to be a request cannot be read, with its line in the text around it. */
function damagedAmong(blocks: readonly Block[]): Pasted | null {
  const block = blocks.find(({ text }) => beginsLikeJson(text) && mentionsRequest(text))
  return block && looseJson(block.text) === undefined ? damaged(block.text, block.line) : null
}

function find(text: string): Found | null {
  if (beginsLikeJson(text)) return readLiteral(text)
  const commands = hasCommands(text) ? readCommands(text) : []
  const [command] = commands
  if (command) {
    return {
      source: command.source,
      requests: commands.flatMap(({ request }) => (request ? [request] : [])),
      ignored: commands.flatMap(({ ignored }) => ignored),
      trouble: commands.map(({ trouble }) => trouble).find(Boolean) ?? '',
      isCutOff: false,
    }
  }
  const isHttp = /^\s*(?:HTTP\/\d|(?:POST|GET|PUT|PATCH) \S+ HTTP\/)/.test(text)
  const program = isHttp ? null : readProgram(text)
  const isWhole = program?.isCutOff === false && program.requests.every(isPlain)
  if (isWhole) return { ...nothingElse, ...program }
  const { values, isCutOff, isPart } = jsonWithin(text, mentionsRequest)
  const within = values.flatMap(requestsIn)
  // Of an object that is no JSON, an object inside may be some, and what a program changed it had before.
  const left = membersOf(within) - membersOf(program?.requests ?? [])
  if (within.length > 0 && (left > 0 || (left === 0 && program?.isCutOff))) {
    const source = `${jsonSource(within)} in another text`
    const trouble = isPart ? ONLY_A_PART : ''
    return { source, requests: within, ...nothingElse, isCutOff, trouble }
  }
  // Pages and terminals break lines inside of texts, where programs cannot have them.
  const mended = readProgram(mendLineBreaks(text))
  const better = mended?.requests.every(isPlain) ? mended : (program ?? mended)
  return better && { ...nothingElse, ...better }
}

function membersOf(requests: readonly Record<string, unknown>[]): number {
  const counts = requests.map(
    (request) => Object.keys({ ...request, ...detailsOf(request) }).length,
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

function detailsOf({ task_details: details }: Record<string, unknown>) {
  return hasMembers(details) ? details : {}
}

/** Pages show one request in many languages. */
function distinct(requests: readonly Record<string, unknown>[]) {
  const seen = new Map(requests.map((request) => [JSON.stringify(request), request]))
  return [...seen.values()]
}

function unreadable(text: string): Pasted {
  if (!beginsLikeJson(text)) return noRequest(hintFor(text))
  return looseJson(text) === undefined
    ? damaged(text)
    : unrecognised('This is JSON, but not a batch request: it has no name and no task details.')
}

function hintFor(text: string) {
  if (/^\s*<\w/.test(text)) {
    return 'This looks like the text of a task. Paste it into Introduction or Steps.'
  }
  return 'No request was found. Paste the JSON of a request, the whole command or the whole program.'
}
