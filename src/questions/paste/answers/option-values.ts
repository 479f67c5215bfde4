/** Letters that do not come apart into a Latin one and a sign above it. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

const LONGEST = 40

/**
 * What is stored for each label: Latin words joined by underscores, each value once. A label that is
 * not written in Latin letters gets the number of its place.
 */
export function optionValues(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return labels.map((label, at) => {
    const base = slugOf(label) || String(at + 1)
    let value = base
    for (let count = counts.get(base) ?? 2; taken.has(value); count++) {
      value = `${base}_${count}`
      counts.set(base, count + 1)
    }
    taken.add(value)
    return value
  })
}

function slugOf(label: string): string {
  const plain = label
    .toLowerCase()
    .replaceAll(/[ßæœøłđı]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
  if (/[^\P{L}a-z]/u.test(plain)) return ''
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '_')
  return slug.slice(0, LONGEST).replaceAll(/^_|_$/g, '')
}
