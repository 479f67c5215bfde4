import type { SyntaxNode } from '@lezer/common'
import { hasMembers } from '#contract/json-value.ts'
import { doMore, putMember, removeMember, within } from './members.ts'
import { isMember, isRequestLike } from './request-shape.ts'
import { Scope } from './scope.ts'
import { isCutOff, isDamaged, type ProgramValue } from './values.ts'

/** What is known at a place in a program that is walked through. */
export class Reading {
  readonly program: string
  readonly scope: Scope
  readonly found: ProgramValue[] = []
  /** Whether members that requests have are assigned to objects that nothing is known of. */
  changesUnknown = false
  readonly #used = new WeakSet<object>()
  readonly #known = new Map<string, unknown>()

  constructor(program: string, first?: Reading) {
    this.program = program
    this.scope = new Scope(first?.scope)
  }

  /** The source of a node. */
  text(node: SyntaxNode) {
    return this.program.slice(node.from, node.to)
  }

  /** What a node stands for, worked out once: it is one object wherever it is asked for. */
  once(node: SyntaxNode, work: () => unknown): unknown {
    const key = `${node.name} ${node.from} ${node.to}`
    if (!this.#known.has(key)) this.#known.set(key, work())
    return this.#known.get(key)
  }

  offer(node: SyntaxNode, value: unknown) {
    const { from, to } = node
    this.found.push({
      value,
      from,
      to,
      isCutOff: isCutOff(node, this.program),
      isDamaged: isRequestLike(value) && isDamaged(node, this.program),
    })
  }

  /** Notes that a call is given a value: it does not see what is done to it afterwards. */
  use(value: unknown) {
    for (const part of within(value)) if (hasMembers(part)) this.#used.add(part)
  }

  /** Comes before something is done to an object. */
  change(object: unknown) {
    if (hasMembers(object) && this.#used.has(object)) doMore(object)
  }

  /** Assigns a member of an object; of one that nothing is known of it is only noted. */
  put(object: unknown, key: unknown, value: unknown) {
    this.change(object)
    if (hasMembers(object)) putMember(object, key, value, this.scope)
    else if (isMember(key)) this.changesUnknown = true
  }

  /** Takes a member away, as `put` assigns it. */
  remove(object: unknown, key: unknown) {
    this.change(object)
    if (hasMembers(object)) removeMember(object, key, this.scope)
    else if (isMember(key)) this.changesUnknown = true
  }

  /** What a walk brought: the values in the order of the program. */
  result(): ProgramValue[] {
    if (this.changesUnknown) for (const { value } of this.found) doMore(value)
    return this.found
  }
}
