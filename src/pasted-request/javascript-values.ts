import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { javascriptMember, javascriptValue } from './javascript-value.ts'
import { memberOf } from './members.ts'
import type { Reading } from './reading.ts'
import { COMPUTED, joined, partsOf, type ProgramValue } from './values.ts'
import { walkTwice } from './walk-twice.ts'

/** Every object and text of a JavaScript program, as far as it can be told without running it. */
export function javascriptValues(program: string): ProgramValue[] {
  const tree = parser.configure({ dialect: 'ts' }).parse(program)
  return walkTwice(tree, program, { enter, leave }).result()
}

function enter(node: SyntaxNode, reading: Reading) {
  const isFunction = isFunctionLike(node)
  if (isFunction || isBranch(node)) reading.scope.enterBlock(node.from, isFunction)
  // What a loop, a call or a module gives to a variable only running the program would tell.
  if (node.name === 'VariableDefinition') reading.scope.declare(reading.text(node), COMPUTED)
  if (/^(?:ObjectExpression|String|TemplateString|CallExpression)$/.test(node.name)) {
    reading.offer(node, javascriptValue(node, reading))
  }
}

function leave(node: SyntaxNode, reading: Reading) {
  if (node.name === 'VariableDeclaration') declare(node, reading)
  else if (node.name === 'AssignmentExpression') assign(node, reading)
  else if (node.name === 'UnaryExpression' && node.firstChild?.name === 'delete') {
    const target = node.getChild('MemberExpression')
    const { object, key } = target ? memberIn(target, reading) : {}
    reading.remove(object, key)
  }
  const isFunction = isFunctionLike(node)
  if (isFunction || isBranch(node)) reading.scope.leaveBlock(isFunction)
}

function isFunctionLike(node: SyntaxNode) {
  return (
    /^(?:FunctionDeclaration|FunctionExpression|ArrowFunction|MethodDeclaration)$/.test(
      node.name,
    ) ||
    (node.name === 'Property' && node.getChild('Block') !== null)
  )
}

/** The parts of a program that may be run once, often or never. */
function isBranch({ name, parent }: SyntaxNode) {
  if (name === 'CatchClause') return true
  if (parent?.name === 'BinaryExpression') return parent.getChild('LogicOp') !== null
  return /^(?:If|For|While|Do|Switch)Statement$|^ConditionalExpression$/.test(parent?.name ?? '')
}

function memberIn(node: SyntaxNode, reading: Reading) {
  return javascriptMember(node, reading, (part) => part && javascriptValue(part, reading))
}

function declare(node: SyntaxNode, reading: Reading) {
  let name: SyntaxNode | null = null
  for (let part = node.firstChild; part; part = part.nextSibling) {
    if (part.name === 'VariableDefinition') name = part
    else if (part.name.endsWith('Pattern')) name = null
    else if (part.name === 'Equals' && name && part.nextSibling) {
      reading.scope.initialise(reading.text(name), javascriptValue(part.nextSibling, reading))
    }
  }
}

/** `a = value`, `a += value`, `a.b = value`. */
function assign(node: SyntaxNode, reading: Reading) {
  const target = node.firstChild
  const value = node.lastChild
  const sign = value?.prevSibling
  if (!target || !value || !sign) return
  const { scope } = reading
  const written = reading.text(sign)
  const given = javascriptValue(value, reading)
  if (target.name === 'VariableName') {
    const name = reading.text(target)
    if (written === '=') scope.assign(name, given)
    else {
      const isSure = written === '+=' && scope.isFromHere(name)
      scope.assign(name, isSure ? joined(scope.read(name), given) : COMPUTED)
    }
  } else if (target.name === 'MemberExpression') {
    const { object, key } = memberIn(target, reading)
    const joint = written === '+=' ? joined(memberOf(object, key), given) : COMPUTED
    reading.put(object, key, written === '=' ? given : joint)
  } else {
    for (const part of partsOf(target)) {
      if (part.name.startsWith('Variable')) scope.assign(reading.text(part), COMPUTED)
    }
  }
}
