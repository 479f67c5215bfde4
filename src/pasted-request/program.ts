import { javascriptValues } from './javascript-values.ts'
import { looseJson } from './loose-json.ts'
import { pythonValues } from './python-values.ts'
import { isRequestLike, mentionsRequest } from './request-shape.ts'

/** Longer programs are not read: their parsers take too long for what is typed by hand. */
const MOST_CHARACTERS = 1_500_000

const PYTHON = /(?:task_\w+|batch_items)\\?["']\s*:|task_\w+\s*=[^=]/
const JAVASCRIPT = /\b(?:const|let|var|await|fetch|function)\b|=>|\/\/ |^\s*[{(]/

type ReadProgram = {
  source: string
  requests: Record<string, unknown>[]
  /** Whether the program ends inside the last one. */
  isCutOff: boolean
}

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
    const requests: Record<string, unknown>[] = []
    let endsInside = false
    values(program, (value, isCutOff) => {
      const request = typeof value === 'string' ? looseJson(value) : value
      if (!isRequestLike(request)) return false
      requests.push(request)
      endsInside = isCutOff
      return true
    })
    if (requests.length > 0) return { source, requests, isCutOff: endsInside }
  }
  return null
}
