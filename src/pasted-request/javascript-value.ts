import type { SyntaxNode } from '@lezer/common'
import { hasMembers } from '#contract/json-value.ts'
import { javascriptText } from './javascript-text.ts'
import { append, copyOf, doMore, memberOf, putAll } from './members.ts'
import { parsedText } from './parsed-text.ts'
import type { Reading } from './reading.ts'
import { COMPUTED, DEEPEST, joined, partsOf } from './values.ts'

type Of = (part: SyntaxNode | undefined | null) => unknown

/** What an expression of JavaScript stands for, as far as it can be told at this place in the program. */
export function javascriptValue(node: SyntaxNode, reading: Reading, depth = 0): unknown {
  if (depth > DEEPEST) return COMPUTED
  const parts = partsOf(node)
  const written = reading.text(node)
  const { scope } = reading
  const of: Of = (part) => (part ? javascriptValue(part, reading, depth + 1) : COMPUTED)
  switch (node.name) {
    case 'String':
      return javascriptText(written)
    case 'TemplateString':
      return node.getChild('Interpolation') ? COMPUTED : javascriptText(written)
    case 'Number':
      return Number(written.replaceAll('_', ''))
    case 'BooleanLiteral':
      return written === 'true'
    case 'null':
      return null
    // `{ name }` is the value of the variable of that name.
    case 'PropertyDefinition':
    case 'VariableName':
      return scope.read(written)
    case 'MemberExpression': {
      const { object, key } = javascriptMember(node, reading, of)
      return memberOf(object, key)
    }
    case 'ParenthesizedExpression':
      return of(parts[0])
    // `name!`
    case 'PostfixExpression':
      return written.endsWith('!') ? of(parts[0]) : COMPUTED
    case 'ArrayExpression':
      return reading.once(node, () => {
        return scope.made(node.getChild('Spread') ? [COMPUTED] : parts.map(of))
      })
    case 'UnaryExpression': {
      const value = of(parts.at(-1))
      return written.startsWith('-') && typeof value === 'number' ? -value : COMPUTED
    }
    case 'BinaryExpression':
      if (node.getChild('as') || node.getChild('satisfies')) return of(parts[0])
      return /^\s*\+\s*$/.test(reading.program.slice(node.firstChild?.to, node.lastChild?.from))
        ? joined(of(node.firstChild), of(node.lastChild))
        : COMPUTED
    case 'ObjectExpression':
      return reading.once(node, () => objectOf(node, reading, of))
    case 'CallExpression':
      return reading.once(node, () => callOf(parts, reading, of))
    default:
      return COMPUTED
  }
}

/** The object and the key of `object.key` and `object['key']`. */
export function javascriptMember(
  node: SyntaxNode,
  reading: Reading,
  of: Of,
): { object: unknown; key: unknown } {
  const name = node.getChild('PropertyName')
  const key = name ? reading.text(name) : node.getChild('[') ? of(partsOf(node)[1]) : COMPUTED
  return { object: of(node.firstChild), key }
}

function objectOf(node: SyntaxNode, reading: Reading, of: Of) {
  const object = reading.scope.made({})
  for (const property of node.getChildren('Property')) putProperty(object, property, reading, of)
  return object
}

function putProperty(object: object, property: SyntaxNode, reading: Reading, of: Of) {
  const key = property.firstChild
  const value = property.getChild(':')?.nextSibling
  if (key?.name === 'Spread') putAll(object, of(key.nextSibling), reading.scope)
  else if (key?.name === '[') reading.put(object, of(key.nextSibling), of(value))
  if (!key || !/^(?:PropertyDefinition|String|Number)$/.test(key.name)) return
  const written = reading.text(key)
  const name = key.name === 'String' ? javascriptText(written) : written
  if (property.getChild('Block')) return
  // What a program ends with before the value came.
  if (!value && key.name !== 'PropertyDefinition') return
  reading.put(object, name, of(value ?? key))
}

/** What changes a list or a map in a way that is not carried out. */
const CHANGES = /^(?:unshift|splice|pop|shift|sort|reverse|fill|copyWithin)$/

/** What only shows what it is given, and what is carried out. */
const SHOWS = /^(?:console|logger|log)\.\w+$|\.push$/

/** The few calls that people wrap a request in, or change it by; any other is not carried out. */
function callOf(parts: SyntaxNode[], reading: Reading, of: Of): unknown {
  const [called, list] = parts
  if (!called || !list) return COMPUTED
  const { scope } = reading
  const name = reading.text(called)
  const values = partsOf(list)
  if (name === 'JSON.stringify') {
    reading.use(of(values[0]))
    return of(values[0])
  }
  if (name === 'JSON.parse') return parsedText(of(values[0]), scope)
  if (/^(?:structuredClone|\w+\.cloneDeep)$/.test(name)) return copyOf(of(values[0]), scope)
  if (name === 'Object.assign') return assigned(list, reading, of)
  if (!SHOWS.test(name)) {
    for (const value of values) if (value.name === 'VariableName') reading.use(of(value))
  }
  if (called.name !== 'MemberExpression') return COMPUTED
  const object = of(called.firstChild)
  const method = called.lastChild ? reading.text(called.lastChild) : ''
  if (method === 'push') {
    for (const value of values)
      append(object, value.name === 'Spread' ? COMPUTED : of(value), scope)
  } else if (CHANGES.test(method)) doMore(object)
  return method === 'trim' && values.length === 0 && typeof object === 'string'
    ? object.trim()
    : COMPUTED
}

function assigned(list: SyntaxNode, reading: Reading, of: Of): unknown {
  const [target, ...sources] = partsOf(list)
  const object = of(target)
  reading.change(object)
  if (hasMembers(object)) for (const source of sources) putAll(object, of(source), reading.scope)
  else if (/task_|batch_items/.test(reading.text(list))) reading.changesUnknown = true
  return object
}
