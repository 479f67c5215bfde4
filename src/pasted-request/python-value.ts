import type { SyntaxNode } from '@lezer/common'
import { hasMembers } from '#contract/json-value.ts'
import { append, copyOf, doMore, memberOf, putAll } from './members.ts'
import { parsedText } from './parsed-text.ts'
import { dedented, pythonText } from './python-text.ts'
import type { Reading } from './reading.ts'
import { childrenOf, COMPUTED, DEEPEST, joined, partsOf } from './values.ts'

type Of = (part: SyntaxNode | undefined | null) => unknown

/** What an expression of Python stands for, as far as it can be told at this place in the program. */
export function pythonValue(node: SyntaxNode, reading: Reading, depth = 0): unknown {
  if (depth > DEEPEST) return COMPUTED
  const parts = partsOf(node)
  const { scope } = reading
  const of: Of = (part) => (part ? pythonValue(part, reading, depth + 1) : COMPUTED)
  switch (node.name) {
    case 'String':
      return pythonText(reading.text(node)) ?? COMPUTED
    case 'FormatString':
      // With nothing to put in it is a text like any other.
      return parts.length > 0 ? COMPUTED : (pythonText(reading.text(node)) ?? COMPUTED)
    case 'ContinuedString':
      return parts.map(of).reduce(joined, '')
    case 'Number':
      return numberOf(reading.text(node))
    case 'Boolean':
      return reading.text(node) === 'True'
    case 'None':
      return null
    case 'VariableName':
      return scope.read(reading.text(node))
    case 'MemberExpression': {
      const { object, key } = pythonMember(node, of)
      return memberOf(object, key)
    }
    case 'ParenthesizedExpression':
      return of(parts[0])
    case 'ArrayExpression':
    case 'TupleExpression':
      return reading.once(node, () => scope.made(parts.map(of)))
    case 'UnaryExpression':
      return negated(reading.text(node), of(parts.at(-1)))
    case 'BinaryExpression':
      return reading.once(node, () => combined(node, reading, of))
    case 'DictionaryExpression':
      return reading.once(node, () => dictionaryOf(node, reading, of))
    case 'CallExpression':
      return reading.once(node, () => callOf(parts, reading, of))
    default:
      return COMPUTED
  }
}

/** The object and the key of `object["key"]`; of attributes and slices the key is not known. */
export function pythonMember(node: SyntaxNode, of: Of): { object: unknown; key: unknown } {
  const [object, key, ...more] = partsOf(node)
  const isKeyed = node.getChild('[') !== null && node.getChild(':') === null && more.length === 0
  return { object: of(object), key: isKeyed ? of(key) : COMPUTED }
}

function numberOf(written: string): unknown {
  const number = Number(written.replaceAll('_', ''))
  return Number.isNaN(number) ? COMPUTED : number
}

function negated(written: string, value: unknown): unknown {
  return written.startsWith('-') && typeof value === 'number' ? -value : COMPUTED
}

function combined(node: SyntaxNode, { program, scope }: Reading, of: Of): unknown {
  const [left, right] = [node.firstChild, node.lastChild]
  const sign = program.slice(left?.to, right?.from).trim()
  if (sign === '+') return joined(of(left), of(right))
  const [first, second] = [of(left), of(right)]
  if (sign !== '|' || !hasMembers(first)) return COMPUTED
  const both = scope.made({})
  putAll(both, first, scope)
  putAll(both, second, scope)
  return both
}

function dictionaryOf(node: SyntaxNode, reading: Reading, of: Of) {
  const { scope } = reading
  const dictionary = scope.made({})
  for (const sign of childrenOf(node)) {
    const { prevSibling: key, nextSibling: value } = sign
    if (sign.name === '**') putAll(dictionary, of(value), scope)
    else if (sign.name === ':' && key && value) reading.put(dictionary, of(key), of(value))
  }
  return dictionary
}

/** What changes a list or a dictionary in a way that is not carried out. */
const CHANGES =
  /^(?:insert|extend|sort|reverse|remove|clear|popitem|setdefault|__setitem__|__delitem__)$/

/** What only shows or measures what it is given, and what is carried out. */
const SHOWS = /^(?:p?print|len|logg?(?:er|ing)?\.\w+)$|\.(?:update|append)$/

/** The few calls that people wrap a request in, or change it by; any other is not carried out. */
function callOf(parts: SyntaxNode[], reading: Reading, of: Of) {
  const [called, list] = parts
  if (!called || !list) return COMPUTED
  const { scope } = reading
  const name = reading.text(called)
  const values = partsOf(list)
  if (name === 'dict') {
    const dictionary = scope.made({})
    putArguments(dictionary, list, reading, of)
    return dictionary
  }
  if (/(?:^|\.)dumps$/.test(name)) {
    reading.use(of(values[0]))
    return of(values[0])
  }
  if (/(?:^|\.)loads$/.test(name)) return parsedText(of(values[0]), scope)
  if (/^(?:copy\.)?(?:deep)?copy$/.test(name)) return copyOf(of(values[0]), scope)
  if (/(?:^|\.)dedent$/.test(name)) return changed(of(values[0]), dedented)
  if (!SHOWS.test(name)) {
    for (const value of values) if (value.name === 'VariableName') reading.use(of(value))
  }
  if (called.name !== 'MemberExpression') return COMPUTED
  const object = of(called.firstChild)
  const method = called.lastChild ? reading.text(called.lastChild) : ''
  if (method === 'update') {
    reading.change(object)
    if (hasMembers(object)) putArguments(object, list, reading, of)
    else if (/task_|batch_items/.test(reading.text(list))) reading.changesUnknown = true
  } else if (method === 'pop') reading.remove(object, of(values[0]))
  else if (method === 'append') append(object, of(values[0]), scope)
  else if (method === 'copy') return copyOf(object, scope)
  else if (CHANGES.test(method)) doMore(object)
  if (values.length > 0) return COMPUTED
  return changed(object, STRIPS.get(method))
}

const STRIPS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['strip', (text) => text.trim()],
  ['lstrip', (text) => text.trimStart()],
  ['rstrip', (text) => text.trimEnd()],
])

function changed(text: unknown, change: ((text: string) => string) | undefined) {
  return typeof text === 'string' && change ? change(text) : COMPUTED
}

/** `dict(other, name=value, **others)`: each argument puts members into the dictionary. */
function putArguments(dictionary: object, list: SyntaxNode, reading: Reading, of: Of) {
  let argument: SyntaxNode[] = []
  const end = () => {
    const [first, sign, value] = argument
    argument = []
    if (!first) return
    if (sign?.name === 'AssignOp') reading.put(dictionary, reading.text(first), of(value))
    else putAll(dictionary, of(first.name === '**' ? sign : first), reading.scope)
  }
  for (const child of childrenOf(list)) {
    if (child.name === ',' || child.name === ')') end()
    else if (child.name !== '(' && child.name !== 'Comment') argument.push(child)
  }
  end()
}
