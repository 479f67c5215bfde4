import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import { dedented, pythonText } from './python-text.ts'
import {
  COMPUTED,
  DEEPEST,
  isCutOff,
  joined,
  parsedText,
  partsOf,
  type Scope,
  type Take,
} from './values.ts'

/**
 * Offers every dictionary and text of a Python program that can be told without running it, as they
 * come. Nothing inside of what `take` takes is offered again.
 */
export function pythonValues(program: string, take: Take): void {
  const scope: Scope = new Map()
  parser.parse(program).iterate({
    enter({ node }) {
      if (node.name === 'AssignStatement') {
        const [name, ...rest] = partsOf(node)
        const value = rest.at(-1)
        if (name?.name === 'VariableName' && value && rest.length <= 2) {
          scope.set(read(name, program), valueOf(value, program, scope, 0))
        }
      }
      const isWhole = node.name === 'DictionaryExpression' || node.name.endsWith('String')
      const isCall = node.name === 'CallExpression' && partsOf(node)[0]?.name === 'VariableName'
      if (isWhole || isCall) return !take(valueOf(node, program, scope, 0), isCutOff(node, program))
      return true
    },
  })
}

const read = (node: SyntaxNode, program: string) => program.slice(node.from, node.to)

function valueOf(node: SyntaxNode, program: string, scope: Scope, depth: number): unknown {
  if (depth > DEEPEST) return COMPUTED
  const parts = partsOf(node)
  const of = (part: SyntaxNode | undefined) =>
    part ? valueOf(part, program, scope, depth + 1) : COMPUTED
  switch (node.name) {
    case 'String':
      return pythonText(read(node, program)) ?? COMPUTED
    case 'FormatString':
      // With nothing to put in it is a text like any other.
      return parts.length > 0 ? COMPUTED : (pythonText(read(node, program)) ?? COMPUTED)
    case 'ContinuedString':
      return parts.map(of).reduce(joined, '')
    case 'Number':
      return numberOf(read(node, program))
    case 'Boolean':
      return read(node, program) === 'True'
    case 'None':
      return null
    case 'VariableName':
      return scope.has(read(node, program)) ? scope.get(read(node, program)) : COMPUTED
    case 'ParenthesizedExpression':
      return of(parts[0])
    case 'ArrayExpression':
    case 'TupleExpression':
      return parts.map(of)
    case 'UnaryExpression':
      return negated(read(node, program), of(parts.at(-1)))
    case 'BinaryExpression':
      return /^\s*\+\s*$/.test(program.slice(parts[0]?.to, parts.at(-1)?.from))
        ? joined(of(parts[0]), of(parts.at(-1)))
        : COMPUTED
    case 'DictionaryExpression':
      return dictionaryOf(node, of)
    case 'CallExpression':
      return callOf(parts, program, of)
    default:
      return COMPUTED
  }
}

function numberOf(written: string): unknown {
  const number = Number(written.replaceAll('_', ''))
  return Number.isNaN(number) ? COMPUTED : number
}

function negated(written: string, value: unknown): unknown {
  return written.startsWith('-') && typeof value === 'number' ? -value : COMPUTED
}

function dictionaryOf(node: SyntaxNode, of: (part: SyntaxNode) => unknown) {
  const members: [string, unknown][] = []
  for (let sign = node.firstChild; sign; sign = sign.nextSibling) {
    const { prevSibling: key, nextSibling: value } = sign
    if (sign.name !== ':' || !key || !value) continue
    const name = of(key)
    if (typeof name === 'string') members.push([name, of(value)])
  }
  // `**other` and comprehensions only a program can carry out.
  return Object.fromEntries(members.filter(([name]) => name !== '__proto__'))
}

/** The few calls that people wrap a request in; any other is not carried out. */
function callOf(
  parts: SyntaxNode[],
  program: string,
  of: (part: SyntaxNode | undefined) => unknown,
) {
  const [called, list] = parts
  if (!called || !list) return COMPUTED
  const name = read(called, program)
  const values = partsOf(list)
  if (name === 'dict') return keywordsOf(list, program, of)
  if (/(?:^|\.)dumps$/.test(name)) return of(values[0])
  if (/(?:^|\.)loads$/.test(name)) return parsedText(of(values[0]))
  if (/(?:^|\.)dedent$/.test(name)) return changed(of(values[0]), dedented)
  const [, method] = /\.(strip|lstrip|rstrip)$/.exec(name) ?? []
  if (method === undefined || values.length > 0) return COMPUTED
  return changed(of(called.firstChild ?? undefined), (text) => {
    if (method === 'lstrip') return text.trimStart()
    return method === 'rstrip' ? text.trimEnd() : text.trim()
  })
}

function changed(text: unknown, change: (text: string) => string) {
  return typeof text === 'string' ? change(text) : COMPUTED
}

function keywordsOf(list: SyntaxNode, program: string, of: (part: SyntaxNode) => unknown) {
  const members: [string, unknown][] = []
  for (let sign = list.firstChild; sign; sign = sign.nextSibling) {
    const { prevSibling: name, nextSibling: value } = sign
    if (sign.name === 'AssignOp' && name && value) members.push([read(name, program), of(value)])
  }
  return Object.fromEntries(members.filter(([name]) => name !== '__proto__'))
}
