import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { checkBatchItems, type BatchItemsIssue } from '#contract/questions/batch-items.ts'
import { isNestedTooDeeply, wordIssue } from '#contract/questions/written-questions.ts'

/** What is wrong with questions as JSON, and where; `isJson` is false where the text is no JSON at all. */
export type JsonProblem = {
  from: number
  to: number
  line: number
  message: string
  isJson: boolean
}

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON. Text stands in double quotes',
  InvalidNumberFormat: 'this number is not complete',
  PropertyNameExpected: 'a name in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there is something after the end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a closing double quote is missing',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'after \\u four digits are missing',
  InvalidEscapeCharacter: 'this cannot stand after a backslash',
  InvalidCharacter: 'a tab or line break is inside a text. Write \\t or \\n',
}

const TOO_DEEP = 'lists and objects are nested too deeply to be questions'

/** What is missing is missing behind what stands before it. */
const BEHIND = new Set([
  'CommaExpected',
  'ColonExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
])

/**
 * The faults of questions as JSON, each with its line; none for an empty text. Those of JSON come alone,
 * because nothing else can be said of a text that is none.
 */
export function jsonProblems(source: string, columns?: readonly string[] | null): JsonProblem[] {
  if (source.trim() === '') return []
  if (isNestedTooDeeply(source)) return [problem(source, 0, TOO_DEEP)]
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return [syntaxProblem(source)]
  }
  return checkBatchItems(value, columns).map((issue) => problemOfIssue(source, issue))
}

/** The faults of written questions for those who do not see the JSON, a sentence each. */
export function faultsInWords(source: string): string[] {
  return jsonProblems(source).map(({ isJson, message }) =>
    isJson ? message : `The questions are not readable JSON. ${message}`,
  )
}

function syntaxProblem(source: string): JsonProblem {
  const errors: ParseError[] = []
  try {
    parseTree(source, errors, { disallowComments: true })
  } catch {
    return problem(source, 0, TOO_DEEP)
  }
  const [first] = errors
  if (!first) return problem(source, 0, 'this is no JSON')
  const name = printParseErrorCode(first.error)
  const before = source.slice(0, first.offset).trimEnd()
  const isClosing = /^[\]}]/.test(source.slice(first.offset))
  if (before.endsWith(',') && isClosing) {
    return problem(source, before.length - 1, 'the comma before the closing bracket must go')
  }
  const from = BEHIND.has(name) ? Math.max(0, before.length - 1) : first.offset
  return problem(source, from, SENTENCES[name] ?? 'this is no JSON')
}

function problem(source: string, from: number, reason: string): JsonProblem {
  const line = lineAt(source, from)
  return {
    from,
    to: Math.min(from + 1, source.length),
    line,
    message: `Line ${line}: ${reason}.`,
    isJson: false,
  }
}

function problemOfIssue(source: string, issue: BatchItemsIssue): JsonProblem {
  const { page, row, column, item } = issue
  const path = [page, 'rows', row, 'columns', column, 'items', item]
  let from = 0
  try {
    const root = parseTree(source)
    const around = path.map((_, index) => path.slice(0, path.length - index))
    const nodes = root ? around.map((one) => findNodeAtLocation(root, one)) : []
    from = nodes.find((node) => node !== undefined)?.offset ?? 0
  } catch {
    // Nested too deeply for a tree: it is said, without its place.
  }
  const line = lineAt(source, from)
  return { from, to: from + 1, line, message: wordIssue(issue), isJson: true }
}

function lineAt(source: string, offset: number) {
  return source.slice(0, offset).split('\n').length
}
