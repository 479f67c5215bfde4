import { hasMembers } from '#contract/json-value.ts'
import type { Scope } from './scope.ts'
import { COMPUTED } from './values.ts'

/** Marks an object to which a program does more than can be told without running it. */
export const MORE = Symbol('more')

/** Holds what an object was copied or parsed from. */
const SOURCES = Symbol('sources')

/** The value of a member that the program gave to an object; of any other only running it would tell. */
export function memberOf(object: unknown, key: unknown): unknown {
  const isKnown = hasMembers(object) && (typeof key === 'string' || typeof key === 'number')
  return isKnown && Object.hasOwn(object, key) ? object[key] : COMPUTED
}

/** Assigns a member. In a branch that may not be taken the member becomes `COMPUTED`. */
export function putMember(object: unknown, key: unknown, value: unknown, scope: Scope) {
  if (!hasMembers(object) || key === '__proto__') return
  const isKey = typeof key === 'string' || (typeof key === 'number' && Array.isArray(object))
  if (!isKey) doMore(object)
  // A ring could neither be compared nor written down.
  else object[key] = scope.isMadeHere(object) && !within(value).has(object) ? value : COMPUTED
}

/** Takes a member away, in a branch perhaps. */
export function removeMember(object: unknown, key: unknown, scope: Scope) {
  if (!hasMembers(object)) return
  if (typeof key !== 'string' || Array.isArray(object)) doMore(object)
  else if (scope.isMadeHere(object)) delete object[key]
  else object[key] = COMPUTED
}

/** Puts the members of another object into one, as `{...other}` and `update` do. */
export function putAll(object: unknown, other: unknown, scope: Scope) {
  if (!hasMembers(object)) return
  if (!hasMembers(other) || Array.isArray(other)) {
    doMore(object)
    return
  }
  for (const [key, value] of Object.entries(other)) putMember(object, key, value, scope)
  if (MORE in other) doMore(object)
  comesFrom(object, other)
}

/** Adds to a list. */
export function append(list: unknown, value: unknown, scope: Scope) {
  if (!Array.isArray(list)) return
  list.push(scope.isMadeHere(list) && !within(value).has(list) ? value : COMPUTED)
}

/** Says that something is done to an object or a list that only running the program would tell. */
export function doMore(object: unknown) {
  if (Array.isArray(object)) object.push(COMPUTED)
  else if (hasMembers(object)) object[MORE] = true
}

/** A copy of a value, with all that is in it. */
export function copyOf(value: unknown, scope: Scope): unknown {
  const copies = new Map<unknown, unknown>()
  const copy = (part: unknown): unknown => {
    if (!hasMembers(part)) return part
    const known = copies.get(part)
    if (known !== undefined) return known
    const made: Record<PropertyKey, unknown> | unknown[] = scope.made(Array.isArray(part) ? [] : {})
    copies.set(part, made)
    if (Array.isArray(made)) for (const member of Object.values(part)) made.push(copy(member))
    else {
      for (const [key, member] of Object.entries(part)) {
        if (key !== '__proto__') made[key] = copy(member)
      }
      if (MORE in part) doMore(made)
    }
    comesFrom(made, part)
    return made
  }
  return copy(value)
}

/** Remembers what a value was made of, so that it is not taken for a request of its own as well. */
export function comesFrom(object: unknown, source: unknown) {
  if (!hasMembers(object)) return
  const known = object[SOURCES]
  if (Array.isArray(known)) known.push(source)
  else object[SOURCES] = [source]
}

/** The value itself, all that is in it, and what it was made of. */
export function within(value: unknown): Set<unknown> {
  const found = new Set<unknown>([value])
  // A set also goes through what is added on the way.
  for (const part of found) {
    if (!hasMembers(part)) continue
    for (const member of Object.values(part)) if (hasMembers(member)) found.add(member)
    const sources = part[SOURCES]
    if (Array.isArray(sources)) for (const source of sources) found.add(source)
  }
  return found
}
