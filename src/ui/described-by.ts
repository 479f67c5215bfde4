/**
 * The `aria-describedby` of a control inside a `Field`: its error first, so that it is heard first,
 * then its help. Undefined when there is neither.
 */
export function describedBy(id: string, has: { error?: boolean; help?: boolean }) {
  const ids = [has.error && `${id}-error`, has.help && `${id}-help`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
