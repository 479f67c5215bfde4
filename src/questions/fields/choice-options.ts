import { hasMembers } from '#contract/json-value.ts'

/** A choice or a unit as it is written. */
export type Option = Record<PropertyKey, unknown>

/** The options of a list of any shape; what is no option is left out. */
export function optionsOf(list: unknown): Option[] {
  return Array.isArray(list) ? list.filter(hasMembers) : []
}

/** The label of an option; '' where it is no text. */
export function labelOf(option: Option): string {
  return typeof option['label'] === 'string' ? option['label'] : ''
}

/** What is stored for an option, as people write it. */
export function codeOf(option: Option): string {
  const value = option['value']
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/**
 * The options with other words at an index. What is stored for it follows the words, for as long as
 * nobody chose it.
 */
export function relabelled(options: readonly Option[], index: number, label: string): Option[] {
  return options.map((option, at) => {
    if (at !== index) return option
    const value = option['value']
    const made = typeof value === 'string' && isMade(value, labelOf(option))
    return made
      ? { ...option, label, value: freeCode(options, index, label) }
      : { ...option, label }
  })
}

/** The options with new ones, which have nothing but words and `extra`, before an index. */
export function withNew(
  options: readonly Option[],
  index: number,
  labels: readonly string[],
  extra: Option = {},
): Option[] {
  let next = [...options]
  for (const [offset, label] of labels.entries()) {
    const at = index + offset
    const value = freeCode(next, -1, label)
    next = [...next.slice(0, at), { label, value, ...extra }, ...next.slice(at)]
  }
  return next
}

/** The lines of a pasted text that have words, without the marks of a list before them. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–•*○◦▪□☐]|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, '').trim())
    .filter((line) => line !== '')
}

/** Whether a code was made from words, or stands for none. */
function isMade(code: string, label: string) {
  const base = slug(label)
  if (code === '' || /^choice_\d+$/.test(code)) return true
  return base !== '' && (code === base || (code.startsWith(`${base}_`) && /_\d+$/.test(code)))
}

/** A code for words that no other option has. */
function freeCode(options: readonly Option[], index: number, label: string): string {
  const taken = new Set(options.filter((_, at) => at !== index).map(codeOf))
  const base = slug(label)
  if (base !== '' && !taken.has(base)) return base
  const start = base === '' ? 'choice' : base
  let count = base === '' ? 1 : 2
  while (taken.has(`${start}_${count}`)) count += 1
  return `${start}_${count}`
}

/** "Yes, très bien!" as "yes_tres_bien"; '' where there are no letters that files can be sure of. */
function slug(label: string): string {
  const plain = label.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const isForeign = /\p{L}/u.test(plain.replaceAll(/[a-z]/gi, ''))
  return isForeign ? '' : words.join('_').slice(0, 40)
}
