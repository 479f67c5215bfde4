/** The TeX source of a formula in one line, null where its markup holds none. */
export function texOf(formula: Element): string | null {
  const found = sourcesOf(formula).map(tidy)
  return found.find((tex) => tex !== '') ?? null
}

function sourcesOf(formula: Element): string[] {
  const behind = formula.nextElementSibling
  const scripts = [formula, behind].filter((script) =>
    script?.matches('script[type^="math/tex" i]'),
  )
  const notes = [...formula.querySelectorAll('annotation')].filter((note) =>
    /tex/i.test(note.getAttribute('encoding') ?? ''),
  )
  const math = formula.matches('math') ? formula : formula.querySelector('math')
  const alternative = math?.getAttribute('alttext') ?? ''
  return [
    ...[...notes, ...scripts].map((element) => element?.textContent ?? ''),
    formula.getAttribute('data-math') ?? '',
    formula.querySelector('mjx-math, math')?.getAttribute('data-latex') ?? '',
    formula.getAttribute('data-latex') ?? '',
    // Some write it as it is spoken.
    /[\\^_{}]/.test(alternative) ? alternative : '',
  ]
}

function tidy(tex: string): string {
  const line = tex.replaceAll(/\s+/g, ' ').trim()
  // How an encyclopaedia sets each of its formulas.
  return /^\{\\(?:display|text)style (.*)\}$/.exec(line)?.[1]?.trim() ?? line
}
