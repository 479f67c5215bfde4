import type { Removed } from '#html/safety/take-out.ts'
import { attributeName, partName, wordFor } from '#html/profile/part-names.ts'
/** What the elements are called that only the sanitiser meets. */
const names: Readonly<Record<string, string>> = {
  audio: 'sound',
  base: 'base address',
  button: 'button',
  canvas: 'drawing area',
  embed: 'embedded object',
  form: 'form',
  iframe: 'embedded page',
  input: 'input field',
  link: 'link to a style sheet',
  math: 'formula',
  meta: 'page setting',
  noscript: 'fallback for scripts',
  object: 'embedded object',
  script: 'script',
  select: 'drop-down list',
  style: 'style sheet',
  svg: 'drawing',
  template: 'template',
  textarea: 'input field',
  video: 'video',
}

/** What was taken out of a text for safety, in plain words: "1 script", "the click handler of a link". */
export function removedInWords(removed: readonly Removed[]): string[] {
  const counts = new Map<string, number>()
  const styled = new Set(removed.flatMap(({ kind, on }) => (kind === 'style' ? on : [])))
  for (const part of removed) {
    // A style that has lost all it said is no second loss.
    if (part.kind === 'attribute' && part.name === 'style' && styled.has(part.on)) continue
    const words = wordsFor(part)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => counted(words, count))
}

function wordsFor({ kind, name, on = '' }: Removed): string {
  switch (kind) {
    case 'element':
      return wordFor(name, names) ?? `element <${name}>`
    case 'style':
      return `the style “${name}” of ${aPart(on)}`
    case 'nesting':
      return 'deeply nested box'
    case 'attribute': {
      const event = /^on(.+)$/i.exec(name)?.[1]
      const what = event === undefined ? lowered(attributeName(name)) : `${event} handler`
      return `the ${what} of ${aPart(on)}`
    }
  }
}

function counted(words: string, count: number): string {
  if (words.startsWith('the ')) return count === 1 ? words : `${words} (${count} times)`
  return `${count} ${words}${count === 1 ? '' : 's'}`.replace(/xs$/, 'xes')
}

function aPart(tag: string): string {
  const name = lowered(partName(tag))
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
