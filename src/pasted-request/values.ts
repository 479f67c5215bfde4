import type { SyntaxNode } from '@lezer/common'
import { hasMembers } from '#contract/json-value.ts'

/** Stands for what only running a program could tell. */
export const COMPUTED = Symbol('computed')

/** Something that stands in a program: an object, a list or a text. */
export type ProgramValue = {
  value: unknown
  /** Where it stands. */
  from: number
  to: number
  /** Whether the program ends inside of it. */
  isCutOff: boolean
  /** Whether it is a request with a fault that the parser has stepped over. */
  isDamaged: boolean
}

/** Deeper than this nobody writes a request by hand. */
export const DEEPEST = 60

/** The children of a node that are not punctuation or comments. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => /\w/.test(name) && !name.endsWith('Comment'))
}

/** All children of a node. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** Whether the end of a program is missing, and with it the end of what a node stands for. */
export function isCutOff(node: SyntaxNode, program: string): boolean {
  if (/\S/.test(program.slice(node.to))) return false
  for (let last: SyntaxNode | null = node; last; last = last.lastChild) {
    if (last.type.isError) return true
  }
  return false
}

/** Whether a parser stepped over something inside of a node, or took its end to be too early. */
export function isDamaged(node: SyntaxNode, program: string): boolean {
  if (/^\s*,\s*["']\w+["']\s*:/.test(program.slice(node.to, node.to + 200))) return true
  const end = program.trimEnd().length
  let damaged = false
  node.toTree().iterate({
    enter: ({ type, to }) => {
      if (type.isError && node.from + to < end) damaged = true
      return !damaged
    },
  })
  return damaged
}

/** Two texts one behind the other; anything else only a program could join. */
export function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'string' && typeof right === 'string' ? left + right : COMPUTED
}

/** Whether nothing in a value would have to be computed first. */
export function isPlain(value: unknown): boolean {
  return value !== COMPUTED && (!hasMembers(value) || Object.values(value).every(isPlain))
}
