import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { javascriptText } from './javascript-text.ts'
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
 * Offers every object and text of a JavaScript program that can be told without running it, as they
 * come. Nothing inside of what `take` takes is offered again.
 */
export function javascriptValues(program: string, take: Take): void {
  const scope: Scope = new Map()
  parser
    .configure({ dialect: 'ts' })
    .parse(program)
    .iterate({
      enter({ node }) {
        if (node.name === 'VariableDeclaration') declare(node, program, scope)
        const isWhole = /^(?:ObjectExpression|String|TemplateString)$/.test(node.name)
        return !(isWhole && take(valueOf(node, program, scope, 0), isCutOff(node, program)))
      },
    })
}

const read = (node: SyntaxNode, program: string) => program.slice(node.from, node.to)

function declare(node: SyntaxNode, program: string, scope: Scope) {
  for (let sign = node.firstChild; sign; sign = sign.nextSibling) {
    if (sign.name !== 'Equals' || !sign.nextSibling) continue
    const name = node.getChildren('VariableDefinition').findLast(({ to }) => to <= sign.from)
    if (name) scope.set(read(name, program), valueOf(sign.nextSibling, program, scope, 0))
  }
}

function valueOf(node: SyntaxNode, program: string, scope: Scope, depth: number): unknown {
  if (depth > DEEPEST) return COMPUTED
  const parts = partsOf(node)
  const of = (part: SyntaxNode | undefined | null) =>
    part ? valueOf(part, program, scope, depth + 1) : COMPUTED
  switch (node.name) {
    case 'String':
      return javascriptText(read(node, program))
    case 'TemplateString':
      return node.getChild('Interpolation') ? COMPUTED : javascriptText(read(node, program))
    case 'Number':
      return Number(read(node, program).replaceAll('_', ''))
    case 'BooleanLiteral':
      return read(node, program) === 'true'
    case 'null':
      return null
    // `{ name }` is the value of the variable of that name.
    case 'PropertyDefinition':
    case 'VariableName':
      return scope.has(read(node, program)) ? scope.get(read(node, program)) : COMPUTED
    case 'ParenthesizedExpression':
      return of(parts[0])
    case 'ArrayExpression':
      return parts.map(of)
    case 'UnaryExpression': {
      const value = of(parts.at(-1))
      return read(node, program).startsWith('-') && typeof value === 'number' ? -value : COMPUTED
    }
    case 'BinaryExpression':
      return /^\s*\+\s*$/.test(program.slice(parts[0]?.to, parts.at(-1)?.from))
        ? joined(of(parts[0]), of(parts.at(-1)))
        : COMPUTED
    case 'ObjectExpression':
      return Object.fromEntries(
        node.getChildren('Property').flatMap((property) => memberOf(property, program, of)),
      )
    case 'CallExpression':
      return callOf(parts, program, of)
    default:
      return COMPUTED
  }
}

function memberOf(
  property: SyntaxNode,
  program: string,
  of: (part: SyntaxNode | null) => unknown,
): [string, unknown][] {
  const key = property.firstChild
  const value = property.getChild(':')?.nextSibling
  if (!key || !/^(?:PropertyDefinition|String|Number)$/.test(key.name)) return []
  const written = read(key, program)
  const name = key.name === 'String' ? javascriptText(written) : written
  if (name === '__proto__' || property.getChild('Block')) return []
  // What a program ends with before the value came.
  if (!value && key.name !== 'PropertyDefinition') return []
  return [[name, of(value ?? key)]]
}

function callOf(
  parts: SyntaxNode[],
  program: string,
  of: (part: SyntaxNode | undefined | null) => unknown,
): unknown {
  const [called, list] = parts
  if (!called || !list) return COMPUTED
  const name = read(called, program)
  const values = partsOf(list)
  if (name === 'JSON.stringify') return of(values[0])
  if (name === 'JSON.parse') return parsedText(of(values[0]))
  if (!name.endsWith('.trim') || values.length > 0) return COMPUTED
  const text = of(called.firstChild)
  return typeof text === 'string' ? text.trim() : COMPUTED
}
