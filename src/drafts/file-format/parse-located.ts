import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { MOST_YAML_CHARACTERS } from './draft-file.ts'
import { jsonLines, lineAt, lineStarts } from './json-lines.ts'

type Path = readonly (string | number)[]

export type Located = {
  ok: true
  value: unknown
  /** The line (from 1) of the value at a path, or of the nearest one around it. */
  lineOf: (path: Path) => number | null
}

export type Unreadable = { ok: false; line: number | null; reason: string }

/** Reads a text as JSON or, when it does not begin like JSON, as YAML. Never throws. */
export function parseLocated(text: string): Located | Unreadable {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.trim() === '') return { ok: false, line: null, reason: 'The file is empty.' }
  return /^\s*[{[]/.test(plain) ? parseJson(plain) : parseYaml(plain)
}

/**
 * Reads a text as JSON. Without `tellsComments` a fault is looked for behind comments and commas before
 * closing brackets, which are faults of a file. Never throws.
 */
export function parseJson(text: string, tellsComments = true): Located | Unreadable {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value, lineOf: jsonLines(text) }
  } catch {
    const [first] = faultsIn(text, tellsComments)
    return {
      ok: false,
      line: first ? lineAt(lineStarts(text), first.offset) : null,
      reason: `This is not readable JSON${first ? ` (${wordsOf(first)})` : ''}.`,
    }
  }
}

/** The faults of a text that is no JSON; none when it is nested so deeply that the library gives up. */
function faultsIn(text: string, tellsComments: boolean) {
  const errors: ParseError[] = []
  try {
    parseTree(text, errors, {
      disallowComments: tellsComments,
      allowTrailingComma: !tellsComments,
    })
  } catch {
    return []
  }
  return errors
}

/** `CommaExpected` as "comma expected". */
function wordsOf({ error }: ParseError) {
  return printParseErrorCode(error)
    .replaceAll(/(?<=.)[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .toLowerCase()
}

function parseYaml(text: string): Located | Unreadable {
  if (text.length > MOST_YAML_CHARACTERS) {
    return {
      ok: false,
      line: null,
      reason: 'A YAML file can be 300 kB at most. Save it as JSON instead.',
    }
  }
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
    })
    const [error] = document.errors
    if (error) {
      const { line } = lines.linePos(error.pos[0])
      const why = error.message.includes('call stack') ? 'it is nested too deeply' : error.message
      return { ok: false, line, reason: `This is not readable YAML: ${why}.` }
    }
    return {
      ok: true,
      value: document.toJS({ maxAliasCount: 0 }),
      lineOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const node = document.getIn(path.slice(0, length), true)
          if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
        }
        return 1
      },
    }
  } catch {
    // The library throws when aliases would blow the document up.
    return {
      ok: false,
      line: null,
      reason: 'This YAML refers to itself. Write it without aliases.',
    }
  }
}
