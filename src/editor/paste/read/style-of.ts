/**
 * The declarations of a `style` attribute as written, names and values in lower case. Not
 * `element.style`: browsers forget what they do not know, and `mso-list` is what lists are made of.
 */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  return declarationsOf(element.getAttribute('style') ?? '')
}

/** Reads declarations; later ones win, but not over those that are `!important`. */
export function declarationsOf(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const important = new Set<string>()
  for (const [name, value] of partsOf(style)) {
    const plain = value.replace(/ ?! ?important$/, '')
    if (plain !== value) important.add(name)
    else if (important.has(name)) continue
    found.set(name, plain)
  }
  return found
}

/** The declarations one by one, as names and values in lower case. */
export function partsOf(style: string): [name: string, value: string][] {
  const parts: [string, string][] = []
  // A semicolon inside quotes or brackets parts nothing.
  for (const part of style.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])+/g) ?? []) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const value = part.slice(colon + 1).replaceAll(/\s+/g, ' ')
    parts.push([part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()])
  }
  return parts
}

/** A length in points, 0 when there is none or it is relative. */
export function pointsOf(length: string | undefined): number {
  const [, number = '', unit = ''] = /(-?[\d.]+)(pt|px|in|cm|mm|pc)?/.exec(length ?? '') ?? []
  const points = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, pc: 12 }[unit] ?? 0
  return (Number.parseFloat(number) || 0) * points
}

/** The indentation of a block from its margin, in points. */
export function indentationOf(element: Element): number {
  let indentation = 0
  for (const [name, value] of partsOf(element.getAttribute('style') ?? '')) {
    const all = value.split(' ')
    if (name === 'margin') indentation = pointsOf(all[3] ?? all[1] ?? all[0])
    if (name === 'margin-left' || name === 'margin-inline-start') indentation = pointsOf(value)
  }
  return indentation
}

/** Whether an element's own style keeps it from sight, or for screen readers only. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element)
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true
  // Words for screen readers only.
  const clipped = style.has('clip') || style.has('clip-path') || style.get('overflow') === 'hidden'
  const isDot = pointsOf(style.get('width')) === 0.75 && pointsOf(style.get('height')) === 0.75
  return style.get('position') === 'absolute' && clipped && isDot
}
