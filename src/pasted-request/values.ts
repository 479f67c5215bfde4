import type { SyntaxNode } from '@lezer/common'
import { hasMembers } from '#contract/json-value.ts'

/** Stands for what only running a program could tell. */
export const COMPUTED = Symbol('computed')

/** The variables that a program sets to something that can be read without running it. */
export type Scope = Map<string, unknown>

/** Is offered what a program holds, and whether it was cut off; tells whether it is taken. */
export type Take = (value: unknown, isCutOff: boolean) => boolean

/** Deeper than this nobody writes a request by hand. */
export const DEEPEST = 60

/** The children of a node that are not punctuation or comments. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/\w/.test(child.name) && !child.name.endsWith('Comment')) parts.push(child)
  }
  return parts
}

/** Whether the end of a program is missing, and with it the end of what a node stands for. */
export function isCutOff(node: SyntaxNode, program: string): boolean {
  if (/\S/.test(program.slice(node.to))) return false
  for (let last: SyntaxNode | null = node; last; last = last.lastChild) {
    if (last.type.isError) return true
  }
  return false
}

/** Two texts one behind the other; anything else only a program could join. */
export function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'string' && typeof right === 'string' ? left + right : COMPUTED
}

/** A text read as JSON, as `json.loads` and `JSON.parse` would. */
export function parsedText(text: unknown): unknown {
  if (typeof text !== 'string') return COMPUTED
  try {
    return JSON.parse(text)
  } catch {
    return COMPUTED
  }
}

/** Whether nothing in a value would have to be computed first. */
export function isPlain(value: unknown): boolean {
  return value !== COMPUTED && (!hasMembers(value) || Object.values(value).every(isPlain))
}
