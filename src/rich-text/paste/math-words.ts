/** What stands between the parts of an element when they are written in one line. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  mfrac: ['/'],
  msub: ['_'],
  msup: ['^'],
  msubsup: ['_', '^'],
  munder: ['_'],
  mover: ['^'],
  munderover: ['_', '^'],
}

/** What nobody sees, or sees in another form as well. */
const UNSEEN = new Set(['annotation', 'annotation-xml', 'mphantom', 'mprescripts', 'none'])

/** MathML as one line of text that says the same: `1/2`, `x^2`, `√(a+b)`. '' when it holds no words. */
export function mathWords(element: Element): string {
  // What a function is applied to stands in brackets or apart.
  return lineOf(element)
    .replaceAll(/\u2061(?=[([|])/g, '')
    .replaceAll('\u2061', ' ')
}

function lineOf(element: Element): string {
  const tag = element.localName
  if (UNSEEN.has(tag)) return ''
  if (tag === 'mspace') return ' '
  if (element.children.length === 0) return leafWords(element.textContent ?? '')
  const parts = [...element.children].map(lineOf)
  const all = parts.join('')
  const signs = SIGNS[tag]
  const isStacked = element.getAttribute('linethickness')?.startsWith('0')
  if (signs) return withSigns(parts, isStacked ? [' over '] : signs)
  if (tag === 'msqrt') return `√${asOne(all)}`
  if (tag === 'mroot') return `√[${parts[1] ?? ''}]${asOne(parts[0] ?? '')}`
  if (tag === 'mtable') return parts.join('; ')
  if (tag === 'mtr' || tag === 'mlabeledtr') return parts.join(', ')
  if (tag === 'mmultiscripts') return parts.filter((part) => part !== '').join(' ')
  if (tag === 'mfenced') {
    const [open, close] = ['open', 'close'].map((side) => element.getAttribute(side))
    const [separator = ''] = element.getAttribute('separators')?.trim() ?? ','
    return `${open ?? '('}${parts.join(`${separator} `)}${close ?? ')'}`
  }
  return all
}

function withSigns(parts: readonly string[], signs: readonly string[]): string {
  return parts
    .map((part, index) => {
      if (index === 0) return /[/ ]/.test(signs[0] ?? '') ? asOne(part) : part
      // Primes, bars and arrows stand on what they belong to.
      if (/^[\p{Sk}′″‴→‾ˉ]$/u.test(part)) return part
      return part === '' ? '' : `${signs[index - 1] ?? ' '}${asOne(part)}`
    })
    .join('')
}

function asOne(part: string): string {
  return /^(?:\p{L}\p{M}*|[\p{N}.,]+|[^\s\p{L}\p{N}]|\([^()]*\))?$/u.test(part) ? part : `(${part})`
}

function leafWords(written: string): string {
  // Signs that are only spoken: "times", "and".
  return plainLetters(written)
    .replaceAll(/[\u2062-\u2064]/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** Without the slanted, bold and other letters that only mathematics has. */
export function plainLetters(written: string): string {
  return written.replaceAll(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'))
}
