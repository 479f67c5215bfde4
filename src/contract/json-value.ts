/** Whether a parsed JSON value has members: an object or a list. */
export function hasMembers(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

/** The value at a path of keys and indices; undefined as soon as there is nothing to step into. */
export function valueAt(root: unknown, path: readonly PropertyKey[]) {
  return path.reduce((value, key) => (hasMembers(value) ? value[key] : undefined), root)
}
