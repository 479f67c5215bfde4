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
  for (const part of splitDeclarations(style)) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const value = part.slice(colon + 1).replaceAll(/\s+/g, ' ')
    parts.push([part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()])
  }
  return parts
}

/** The declarations as written. A semicolon inside quotes or brackets splits nothing. */
export function splitDeclarations(style: string): string[] {
  return (style.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])+/g) ?? []).filter((part) => part.trim())
}
