/** Whether a parsed JSON value has members: an object or a list. */
export function hasMembers(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

/** The value at a path of keys and indices; undefined as soon as there is nothing to step into. */
export function valueAt(root: unknown, path: readonly PropertyKey[]) {
  return path.reduce((value, key) => (hasMembers(value) ? value[key] : undefined), root)
}

/** Puts a value at a path of an object, with the objects on the way to it; nothing for undefined. */
export function putAt(
  target: Record<PropertyKey, unknown>,
  [key = '', ...deeper]: readonly string[],
  value: unknown,
) {
  if (value === undefined) return
  if (deeper.length === 0) {
    target[key] = value
    return
  }
  const inner = target[key]
  const group = hasMembers(inner) ? inner : {}
  target[key] = group
  putAt(group, deeper, value)
}
