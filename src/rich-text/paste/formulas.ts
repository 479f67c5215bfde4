import { isHidden } from './hidden.ts'
import { elementOf } from './line-writer.ts'
import { mathWords, plainLetters } from './math-words.ts'
import type { PasteReport } from './paste-report.ts'
import { texOf } from './tex-of.ts'

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
