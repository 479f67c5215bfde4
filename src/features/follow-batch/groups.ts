import { counted } from '#ui/counted.ts'

/**
 * How a number of items falls into groups of a size. `last` is the size of the last group, null when
 * it is as large as the others or the only one. Null for unknown or no items, and for a size that is
 * no size (an emptied field).
 */
export function groupsOf(items: number | null, size: number | undefined) {
  if (items === null || items < 1) return null
  if (size === undefined || !Number.isInteger(size) || size < 1) return null
  const groups = Math.ceil(items / size)
  const rest = items % size
  return { groups, last: groups > 1 && rest > 0 ? rest : null }
}

const OWN_GROUPING = 'If your file has its own grouping column, that is used instead.'

/** The line under the group size: how many groups there will be. `items` is null when unknown. */
export function groupsSentence(items: number | null, size: number | undefined) {
  if (items === null) {
    return `How many groups that makes shows after set-up: the number of items is not known here. ${OWN_GROUPING}`
  }
  if (items === 0) return 'This dataset shows no items yet. Setting it up may be refused.'
  const made = groupsOf(items, size)
  if (made === null) return OWN_GROUPING
  const verb = items === 1 ? 'makes' : 'make'
  const last = made.last === null ? '' : `; the last has ${made.last}`
  return `${counted(items, 'item')} ${verb} ${counted(made.groups, 'group')}${last}. ${OWN_GROUPING}`
}
