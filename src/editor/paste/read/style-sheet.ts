import { declarationsOf, partsOf } from '#html/parse/style-attribute.ts'
import { elementOf } from '#editor/paste/rewrite/line-writer.ts'

/** What stands before or after the words of an element, and does not show them. */
const BESIDE = /::|:(?:before|after|first-l)/

const TOKENS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\\.|[{};]|[^{};"'\\]+|["'\\]/gs

/** How one level of a Word list is numbered, from `@list l0:level1 { … }`. */
export interface ListLevel {
  /** Word's name of the format, such as `bullet` or `alpha-lower`; undefined means 1, 2, 3. */
  format: string | undefined
}

export interface StyleSheet {
  /** By `l0:1`, and by `l0 lfo1:1` what one use of a list has changed. */
  levels: ReadonlyMap<string, ListLevel>
  /** Declarations by `.class` and `tag.class`. */
  classes: ReadonlyMap<string, string>
  /** A selector of what a rule could show although a class hides it; '' when there is none. */
  showing: string
}

/** What a class can say that is still wanted when the style sheet is gone. */
const WANTED =
  /^(?:font-weight|font-style|font|text-decoration|text-decoration-line|vertical-align|display|text-align|margin|margin-left|text-indent|font-family|font-size|mso-list|mso-hide|mso-style-name|mso-outline-level|list-style-type|color|background|background-color)$/

/** Rules that are not here, or are changed by a program, could show anything. */
const UNKNOWN_RULES = 'script, link[rel~="stylesheet" i]'

/**
 * Reads the style sheets that come with clipboard HTML, as far as they are simple. What holds only
 * sometimes, on paper or on narrow screens, gives no declarations; but it may show what others hide.
 */
export function readStyleSheet(root: ParentNode): StyleSheet {
  const levels = new Map<string, ListLevel>()
  const classes = new Map<string, string>()
  const showing = new Set(root.querySelector(UNKNOWN_RULES) ? ['*'] : [])
  for (const sheet of root.querySelectorAll('style')) {
    const css = sheet.textContent ?? ''
    if (/@import\b/i.test(css)) showing.add('*')
    for (const rule of rulesOf(css)) {
      const { selectors } = rule
      const declarations = declarationsOf(rule.declarations)
      const shown = showsSomething(declarations) ? ownSelectors(selectors) : []
      for (const own of shown) showing.add(own)
      if (rule.isInBlock || holdsSometimes(sheet)) continue
      const [, id, level, lfo] = /^@list\s+(l\d+):level(\d+)(?:\s+(lfo\d+))?$/.exec(selectors) ?? []
      if (id !== undefined && level !== undefined) {
        levels.set(`${lfo === undefined ? id : `${id} ${lfo}`}:${level}`, {
          format: declarations.get('mso-level-number-format'),
        })
        continue
      }
      const wanted = partsOf(rule.declarations).filter(([name]) => WANTED.test(name))
      const style = wanted.map(([name, value]) => `${name}:${value}`).join(';')
      if (style === '') continue
      for (const selector of selectors.split(',')) {
        const simple = selector.trim()
        if (!/^[a-z][\w-]*$|^[a-z\d]*\.[\w-]+$/i.test(simple)) continue
        classes.set(simple, [classes.get(simple), style].filter(Boolean).join(';'))
      }
    }
  }
  return { levels, classes, showing: [...showing].join() }
}

function showsSomething(declarations: ReadonlyMap<string, string>): boolean {
  return declarations.has('all') || (declarations.get('display') ?? 'none') !== 'none'
}

function holdsSometimes(sheet: Element): boolean {
  const media = sheet.getAttribute('media')?.trim() ?? ''
  return !/^(?:all|screen|)$/i.test(media) || sheet.closest('noscript') !== null
}

/**
 * Writes what the classes say into the `style` attributes, where the element's own come last. A class
 * hides only what no other rule could show again: a word too many is seen, one too few is not.
 */
export function inlineClasses(root: ParentNode, { classes, showing }: StyleSheet): void {
  if (classes.size === 0) return
  for (const element of root.querySelectorAll('[class]')) {
    const names = (element.getAttribute('class') ?? '').split(/\s+/)
    const styles = names.flatMap((name) => [
      classes.get(`.${name}`),
      classes.get(`${element.localName}.${name}`),
    ])
    let given = styles.filter((part) => part !== undefined).join(';')
    if (showing !== '' && /display:none/.test(given) && element.matches(showing)) {
      given = given.replaceAll(/display:none[^;]*/g, '')
    }
    const own = element.getAttribute('style') ?? ''
    const style = [given, own].filter((part) => part !== '').join(';')
    if (style !== '') element.setAttribute('style', style)
  }
}

/** One rule of a style sheet, as written. */
interface CssRule {
  /** What stands before the brace. */
  selectors: string
  declarations: string
  /** Whether it stands in another block, such as `@media print { … }`, and so may not hold. */
  isInBlock: boolean
}

/** Reads the rules of a style sheet, inner ones before the blocks around them. Never throws. */
function rulesOf(css: string): CssRule[] {
  const rules: CssRule[] = []
  const open: CssRule[] = []
  let words = ''
  for (const [token] of css.replaceAll(/<!--|-->|\/\*.*?(?:\*\/|$)/gs, '').matchAll(TOKENS)) {
    const block = open.at(-1)
    if (token === '{') {
      open.push({ selectors: words.trim(), declarations: '', isInBlock: open.length > 0 })
    } else if (token === '}' && block) {
      block.declarations += words
      rules.push(block)
      open.pop()
    } else if (token === ';') {
      if (block) block.declarations += `${words};`
    } else if (token !== '}') {
      words += token
      continue
    }
    words = ''
  }
  return rules
}

/**
 * What a rule's selectors say of the elements themselves, as selectors; `*` where that is not plain.
 * What is around an element does not count, because it may not have been copied, nor does a state,
 * which comes and goes.
 */
function ownSelectors(selectors: string): string[] {
  const plain = withoutConditions(selectors)
  if (/[\\@()[\]]/.test(plain)) return ['*']
  return plain
    .split(',')
    .filter((selector) => !BESIDE.test(selector))
    .map((selector) => {
      const own =
        selector
          .trim()
          .split(/[\s>+~]/)
          .at(-1) ?? ''
      const lasting = own.replaceAll(/:[\w-]+|&/g, '')
      return isSelector(lasting) ? lasting : '*'
    })
}

/** Without what stands in brackets, where commas and spaces part nothing. */
function withoutConditions(selectors: string): string {
  let left = selectors.replaceAll(/\[[^[\]]*\]/g, '')
  // Nobody writes more of them into each other.
  for (let depth = 0; depth < 9; depth += 1) left = left.replaceAll(/\([^()]*\)/g, '')
  return left
}

function isSelector(text: string): boolean {
  try {
    elementOf('p').matches(text)
    return true
  } catch {
    return false
  }
}
