import { javascriptValues } from './javascript-values.ts'
import { looseJson } from './loose-json.ts'
import { pythonValues } from './python-values.ts'
import { within } from './members.ts'
import { isRequestLike, isWhole, mentionsRequest } from './request-shape.ts'
import type { ProgramValue } from './values.ts'

/** Longer programs are not read: their parsers take too long for what is typed by hand. */
const MOST_CHARACTERS = 1_500_000

const PYTHON = /(?:task_\w+|batch_items)\\?["']\s*[:\]]|task_\w+\s*=[^=]/
const JAVASCRIPT = /\b(?:const|let|var|await|fetch|function)\b|=>|\/\/ |^\s*[{(]/

export type ReadProgram = {
  source: string
  requests: Record<string, unknown>[]
  /** Whether the program ends inside the last one. */
  isCutOff: boolean
  /** What there is to say about faults in it; '' when there are none. */
  trouble: string
}

const DAMAGED =
  'Something is wrong in the way this request is written: a sign is missing or too many. Fields may be missing too, so compare every field.'

/**
 * The requests that stand in a program in Python or JavaScript, as dictionaries, objects or texts in
 * JSON. The program is read, never run. Null when there is none.
 */
export function readProgram(program: string): ReadProgram | null {
  if (program.length > MOST_CHARACTERS || !mentionsRequest(program)) return null
  const python = { source: 'a Python program', values: pythonValues, signs: PYTHON }
  const javascript = { source: 'a JavaScript program', values: javascriptValues, signs: JAVASCRIPT }
  const languages = JAVASCRIPT.test(program) ? [javascript, python] : [python, javascript]
  for (const { source, values, signs } of languages) {
    // Their parsers mend whatever they are given, which takes long where nothing is a program.
    if (!signs.test(program)) continue
    const read = programOf(source, values(program))
    if (read) return read
  }
  return null
}

/** The requests among the values of a program. Null when there is none. */
export function programOf(source: string, values: readonly ProgramValue[]): ReadProgram | null {
  const found = outermost(values.flatMap(requestOf))
  if (found.length === 0) return null
  return {
    source,
    requests: found.map(({ request }) => request),
    isCutOff: found.at(-1)?.isCutOff ?? false,
    trouble: found.some(({ isDamaged }) => isDamaged) ? DAMAGED : '',
  }
}

type FoundRequest = ProgramValue & { request: Record<string, unknown> }

function requestOf(found: ProgramValue): FoundRequest[] {
  const request = typeof found.value === 'string' ? looseJson(found.value) : found.value
  return isRequestLike(request) ? [{ ...found, request }] : []
}

/** Without those that stand inside of others, were put into them later, or are what others are made of. */
function outermost(found: readonly FoundRequest[]): FoundRequest[] {
  const standing = new Map<unknown, FoundRequest>()
  let end = 0
  // They come in the order in which they begin.
  for (const each of found) {
    const known = standing.get(each.value)
    // A call around an object that is whole may be cut off by itself.
    if (known) known.isCutOff &&= each.isCutOff
    else if (each.to > end) standing.set(each.value, each)
    end = Math.max(end, each.to)
  }
  const inner = new Set<unknown>()
  for (const value of standing.keys()) {
    for (const part of within(value)) if (part !== value) inner.add(part)
  }
  // A whole request that another one is a copy of may be sent as well.
  return [...standing.values()].filter(
    ({ value, request }) => !inner.has(value) || (value === request && isWhole(request)),
  )
}
