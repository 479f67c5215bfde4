import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import { hasMembers } from '#contract/json-value.ts'
import { memberOf, putAll } from './members.ts'
import { pythonMember, pythonValue } from './python-value.ts'
import type { Reading } from './reading.ts'
import { childrenOf, COMPUTED, joined, partsOf, type ProgramValue } from './values.ts'
import { walkTwice } from './walk-twice.ts'

/** Every dictionary and text of a Python program, as far as it can be told without running it. */
export function pythonValues(program: string): ProgramValue[] {
  return walkTwice(parser.parse(program), program, { enter, leave }).result()
}

const FUNCTION =
  /^(?:FunctionDefinition|LambdaExpression|ClassDefinition|\w+ComprehensionExpression)$/

/** What gives values to variables that only running the program would tell. */
const GIVES =
  /^(?:ScopeStatement|ParamList|ImportStatement|ForStatement|WithStatement|TryStatement|\w+ComprehensionExpression)$/

function enter(node: SyntaxNode, reading: Reading) {
  const { scope } = reading
  const isFunction = FUNCTION.test(node.name)
  if (isFunction || isBranch(node, reading)) scope.enterBlock(node.from, isFunction)
  if (GIVES.test(node.name)) {
    for (const name of node.getChildren('VariableName')) {
      if (node.name === 'ScopeStatement') scope.share(reading.text(name))
      else if (isTarget(name, node)) scope.declare(reading.text(name), COMPUTED)
    }
  }
  const isMerged = node.name === 'BinaryExpression' && node.getChild('BitOp') !== null
  if (isMerged || /^(?:DictionaryExpression|\w*String|CallExpression)$/.test(node.name)) {
    reading.offer(node, pythonValue(node, reading))
  }
}

function leave(node: SyntaxNode, reading: Reading) {
  if (node.name === 'AssignStatement' || node.name === 'NamedExpression') assign(node, reading)
  else if (node.name === 'UpdateStatement') update(node, reading)
  else if (node.name === 'DeleteStatement') {
    for (const part of node.getChildren('MemberExpression')) {
      const { object, key } = pythonMember(part, (one) => one && pythonValue(one, reading))
      reading.remove(object, key)
    }
  }
  const isFunction = FUNCTION.test(node.name)
  if (isFunction || isBranch(node, reading)) reading.scope.leaveBlock(isFunction)
}

/** Whether a statement sets a name, and does not read it: `for set in read`. */
function isTarget(name: SyntaxNode, { name: statement }: SyntaxNode) {
  if (statement === 'ParamList' || statement === 'ImportStatement') return true
  return /^(?:for|as|,)$/.test(name.prevSibling?.name ?? '')
}

/** The parts of a program that may be run once, often or never. */
function isBranch(node: SyntaxNode, reading: Reading) {
  const statement = node.parent?.name ?? ''
  if (statement === 'ConditionalExpression') return true
  if (node.name !== 'Body') return false
  if (statement === 'IfStatement') {
    const condition = node.prevSibling
    return !condition || !/^\(?\s*__name__\s*==/.test(reading.text(condition))
  }
  if (statement === 'TryStatement') return wordBefore(node) === 'except'
  return /^(?:ForStatement|WhileStatement|MatchClause)$/.test(statement)
}

function wordBefore(body: SyntaxNode) {
  let before = body.prevSibling
  while (before && !/^(?:try|except|else|finally)$/.test(before.name)) before = before.prevSibling
  return before?.name
}

/** `a = b["c"] = value`, `a: str = value`, `a, b = value, other`. */
function assign(node: SyntaxNode, reading: Reading) {
  const sides: SyntaxNode[][] = [[]]
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') sides.push([])
    else if (/\w/.test(child.name) && !/^(?:TypeDef|Comment)$/.test(child.name)) {
      sides.at(-1)?.push(child)
    }
  }
  const values = sides.pop() ?? []
  const [only] = values
  for (const targets of sides) {
    const isPair = targets.length > 1 && targets.length === values.length
    for (const [index, target] of targets.entries()) {
      const value = isPair
        ? values[index]
        : targets.length === 1 && values.length === 1
          ? only
          : null
      set(target, value ? pythonValue(value, reading) : COMPUTED, reading)
    }
  }
}

function set(target: SyntaxNode, value: unknown, reading: Reading) {
  if (target.name === 'VariableName') reading.scope.declare(reading.text(target), value)
  else if (target.name === 'MemberExpression') {
    const { object, key } = pythonMember(target, (part) => part && pythonValue(part, reading))
    reading.put(object, key, value)
  } else for (const part of partsOf(target)) set(part, COMPUTED, reading)
}

/** `a += value`, `a["b"] += value`, `a |= value`. */
function update(node: SyntaxNode, reading: Reading) {
  const [target, sign, value] = partsOf(node)
  if (!target || !sign || !value) return
  const { scope } = reading
  const old = pythonValue(target, reading)
  const other = pythonValue(value, reading)
  const isJoined = reading.text(sign) === '+='
  if (hasMembers(old)) {
    // An object stays the one it is.
    reading.change(old)
    putAll(old, reading.text(sign) === '|=' ? other : COMPUTED, scope)
  } else if (target.name === 'VariableName') {
    const isSure = isJoined && scope.isFromHere(reading.text(target))
    scope.declare(reading.text(target), isSure ? joined(old, other) : COMPUTED)
  } else if (target.name === 'MemberExpression') {
    const { object, key } = pythonMember(target, (part) => part && pythonValue(part, reading))
    reading.put(object, key, isJoined ? joined(memberOf(object, key), other) : COMPUTED)
  }
}
