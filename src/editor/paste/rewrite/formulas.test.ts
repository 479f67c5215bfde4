import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from './clean-clipboard.ts'
import { pasteWords } from '#editor/paste/describe-paste.ts'

function paste(html: string, pictures = true) {
  const { html: cleaned, report } = cleanClipboard({ html, text: '' }, 'clean', pictures)
  return {
    lines: [...parseInert(cleaned).children].map((block) => block.textContent),
    says: pasteWords(report),
    report,
  }
}

const MATH = 'xmlns="http://www.w3.org/1998/Math/MathML"'
const HALF = '<mfrac><mn>1</mn><mn>2</mn></mfrac>'
const sourced = (tex: string, shown: string) =>
  `<math ${MATH}><semantics><mrow>${shown}</mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`
const DRAWN_HALF =
  '<span class="katex-html" aria-hidden="true"><span class="base"><span class="mfrac"><span style="top:-2.655em;">2</span><span style="top:-3.394em;">1</span></span></span></span>'
const clipped =
  'style="position: absolute; clip: rect(1px, 1px, 1px, 1px); height: 1px; width: 1px; overflow: hidden;"'
const katex = `<span class="katex"><span class="katex-mathml" ${clipped}>${sourced('\\frac{1}{2}', HALF)}</span>${DRAWN_HALF}</span>`
const assistive = (math: string, display = 'inline') =>
  `<mjx-assistive-mml unselectable="on" display="${display}" ${clipped}>${math}</mjx-assistive-mml>`

test.each([
  ['a chat', katex],
  [
    'a selection of nothing else',
    `<span class="katex-mathml">${sourced('\\frac{1}{2}', HALF)}</span>${DRAWN_HALF}`,
  ],
  ['a browser', sourced('\\frac{1}{2}', HALF)],
  [
    'a chat that only draws',
    `<span class="math-inline" data-math="\\frac{1}{2}"><span class="katex">${DRAWN_HALF}</span></span>`,
  ],
  [
    'an encyclopaedia',
    `<span class="mwe-math-element"><span style="display: none;">${sourced('{\\displaystyle \\frac{1}{2}}', HALF)}</span></span>`,
  ],
  ['a scientific journal', `<math ${MATH} alttext="\\frac{1}{2}">${HALF}</math>`],
  [
    'MathJax 4',
    `<mjx-container class="MathJax"><mjx-math data-latex="\\frac{1}{2}" aria-hidden="true"><mjx-mfrac data-latex="1">12</mjx-mfrac></mjx-math><mjx-speech aria-label="one half"></mjx-speech></mjx-container>`,
  ],
  [
    'MathJax 2',
    `<span class="MathJax_Preview"></span><span class="MathJax"><nobr aria-hidden="true">12</nobr><span class="MJX_Assistive_MathML"><math ${MATH}>${HALF}</math></span></span><script type="math/tex">\\frac{1}{2}</script>`,
  ],
  ['a page that was saved', '<script type="math/tex">\\frac{1}{2}</script>'],
])('a formula of %s is its TeX source, once', (_where, formula) => {
  const { lines, says } = paste(`<p>Take ${formula} of it.</p>`)
  expect(lines).toEqual(['Take $\\frac{1}{2}$ of it.'])
  expect(says).toBe('Pasted. 1 formula was kept as TeX.')
})

test.each([
  ['KaTeX', `<span class="katex-display">${katex}</span>`],
  ['MathML', sourced('\\frac{1}{2}', HALF).replace('<math', '<math display="block"')],
  [
    'MathJax 2',
    `<div class="MathJax_Display"><span class="MathJax"><nobr>12</nobr></span></div><script type="math/tex; mode=display">\\frac{1}{2}</script>`,
  ],
])('a formula of %s on a line of its own stays there', (_where, formula) => {
  expect(paste(`<div>Then ${formula} follows.</div>`).lines).toEqual([
    'Then',
    '$$\\frac{1}{2}$$',
    'follows.',
  ])
})

test.each([
  ['x>3', '<mi>x</mi><mo>&gt;</mo><mn>3</mn>'],
  ['1/2', HALF],
  ['(a+1)/2', '<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>'],
  ['√2+√(ab)', '<msqrt><mn>2</mn></msqrt><mo>+</mo><msqrt><mi>a</mi><mi>b</mi></msqrt>'],
  ['E=mc^2', '<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>'],
  [
    '∑_(i=1)^nx_i',
    '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>',
  ],
  ['(n over k)', '<mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>'],
  ['f′(x)', '<msup><mi>f</mi><mo>′</mo></msup><mo>&#x2061;</mo><mfenced><mi>x</mi></mfenced>'],
  [
    '1, 2; 3, 4',
    '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>',
  ],
  [
    'x if n',
    '<mi>𝑥</mi><mtext> if&nbsp;</mtext><mi>n</mi><annotation-xml><ci>x</ci></annotation-xml>',
  ],
])('a formula without a source reads %s', (line, math) => {
  const native = `<math ${MATH}>${math}</math>`
  const mathJax = `<mjx-container><mjx-math aria-hidden="true"><mjx-mi><mjx-c class="mjx-c1D465"></mjx-c></mjx-mi></mjx-math>${assistive(native)}</mjx-container>`
  for (const formula of [native, mathJax, assistive(native)]) {
    const { lines, says } = paste(`<p>Choose ${formula} only.</p>`)
    expect(lines).toEqual([`Choose ${line} only.`])
    expect(says).toBe('Pasted. 1 formula was written on one line. Please check.')
  }
})

test('a formula that only a screen shows leaves a sign', () => {
  const drawn = '<mjx-container jax="SVG"><svg><path d="M0"></path></svg></mjx-container>'
  expect(paste(`<p>Choose ${drawn} only.</p>`).lines).toEqual(['Choose [formula] only.'])
  const spoken = drawn.replace('jax', 'aria-label="x squared" jax')
  expect(paste(`<p>Choose ${spoken} only.</p>`).lines).toEqual(['Choose x squared only.'])
})

test('a formula that is a picture on the web stays one where there can be pictures', () => {
  const picture = '<img src="https://example.org/half.svg" alt="{\\displaystyle \\frac{1}{2}}">'
  const formula = `<p>Take <span class="mwe-math-element"><span class="mwe-math-mathml-a11y">${sourced('\\frac{1}{2}', HALF)}</span>${picture}</span></p>`
  expect(paste(formula)).toMatchObject({ lines: ['Take '], says: '', report: { formulas: 0 } })
  expect(paste(formula, false).lines).toEqual(['Take $\\frac{1}{2}$'])
})

test('a formula that nobody sees is not there', () => {
  const hidden = `<p>Seen</p><p hidden>${katex}</p><p style="display:none">${katex}</p>`
  expect(paste(hidden)).toMatchObject({ lines: ['Seen'], says: '' })
})
