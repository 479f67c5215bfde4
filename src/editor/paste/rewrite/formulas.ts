import { isHidden } from '#editor/paste/read/style-of.ts'
import { elementOf } from './line-writer.ts'
import type { PasteReport } from '#editor/paste/paste-report.ts'
import { texOf } from './tex-of.ts'

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

/** Copies for screen readers: often the only ones that say what a formula is. */
const SPOKEN = '.katex-mathml, mjx-assistive-mml, .MJX_Assistive_MathML'

/** Drawings, whose letters stand in any order. */
const DRAWN = '.katex-html, mjx-math'

const ON_ITS_OWN_LINE =
  '.katex-display, .MathJax_Display, .MathJax_SVG_Display, .MJXc-display, .math-block[data-math]'

/** Whole formulas as KaTeX, MathJax, Gemini, encyclopaedias and browsers have them. */
const FORMULA = `${ON_ITS_OWN_LINE}, .math-inline[data-math], .mwe-math-element, mjx-container, .katex, .MathJax, .MathJax_CHTML, .MathJax_SVG, math, ${SPOKEN}, script[type^="math/tex" i]`

const IS_DISPLAY = `${ON_ITS_OWN_LINE}, .mwe-math-element-block, mjx-container[display="true"], mjx-assistive-mml[display="block"], math[display="block"], script[type*="mode=display" i]`

const TEX_SIGNS = /[\\^_{}&~%#]/

/**
 * Writes formulas, in place, as text that says what they are: their TeX source between dollar signs,
 * or, where there is none, their words and signs in one line. Each comes once, however many copies of
 * it a page has.
 *
 * @param keepsPictures whether a formula that is a picture on the web may stay one
 */
export function writeFormulas(root: ParentNode, report: PasteReport, keepsPictures: boolean): void {
  for (const formula of root.querySelectorAll(FORMULA)) {
    if (!root.contains(formula) || isUnseen(formula)) continue
    if (keepsPictures && formula.querySelector('img[src^="https://" i]')) {
      for (const copy of formula.querySelectorAll('math')) copy.remove()
      continue
    }
    const tex = texOf(formula)
    // `n = 12` reads the same in either form, and better without signs around it.
    const isPlain = tex !== null && !TEX_SIGNS.test(tex)
    if (tex === null) report.spelledFormulas += 1
    else if (!isPlain) report.formulas += 1
    removeCopies(formula)
    const isDisplay = formula.matches(IS_DISPLAY) || formula.querySelector(IS_DISPLAY) !== null
    const signs = isPlain ? '' : isDisplay ? '$$' : '$'
    const line = elementOf(isDisplay ? 'div' : 'span')
    line.textContent = tex === null ? spelled(formula) : `${signs}${tex}${signs}`
    formula.replaceWith(line)
  }
}

function isUnseen(formula: Element): boolean {
  let element = formula.matches(SPOKEN) ? formula.parentElement : formula
  for (; element; element = element.parentElement) {
    if (element.hasAttribute('hidden') || isHidden(element)) return true
  }
  return false
}

/** What stands beside a formula of which only a part was copied, and the source behind it. */
function removeCopies(formula: Element): void {
  const { previousElementSibling: before, nextElementSibling: after } = formula
  if (after?.matches('script[type^="math/tex" i]')) after.remove()
  if (!formula.matches(SPOKEN)) return
  for (const beside of [before, after]) if (beside?.matches(DRAWN)) beside.remove()
}

function spelled(formula: Element): string {
  const math = formula.matches('math') ? formula : formula.querySelector('math')
  const said =
    formula.getAttribute('aria-label') ??
    formula.querySelector('[aria-label]')?.getAttribute('aria-label')
  const written = math?.getAttribute('alttext')
  const lines = [math && mathWords(math), formula.textContent, written, said, '[formula]']
  return lines.map((line) => tidy(line ?? '')).find((line) => line !== '') ?? ''
}

function tidy(line: string): string {
  return plainLetters(line).replaceAll(/\s+/g, ' ').trim()
}

/** MathML as one line of text that says the same: `1/2`, `x^2`, `√(a+b)`. '' when it holds no words. */
function mathWords(element: Element): string {
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
function plainLetters(written: string): string {
  return written.replaceAll(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'))
}
