import { declarationsOf } from './style-of.ts'

/** How one level of a Word list is numbered, from `@list l0:level1 { … }`. */
export interface ListLevel {
  /** Word's name of the format, such as `bullet` or `alpha-lower`; undefined means 1, 2, 3. */
  format: string | undefined
  start: number
}

export interface StyleSheet {
  /** By `l0:level1`. */
  levels: ReadonlyMap<string, ListLevel>
  /** Declarations by `.class` and `tag.class`. */
  classes: ReadonlyMap<string, string>
}

/** What a class can say that is still wanted when the style sheet is gone. */
const WANTED =
  /^(?:font-weight|font-style|font|text-decoration|text-decoration-line|vertical-align|display|text-align|margin-left|text-indent|mso-list|mso-hide|mso-style-name|mso-outline-level|list-style-type|color|background|background-color)$/

/** Reads the style sheets that come with clipboard HTML, as far as they are simple. */
export function readStyleSheet(css: string): StyleSheet {
  const levels = new Map<string, ListLevel>()
  const classes = new Map<string, string>()
  for (const rule of css
    .replaceAll(/<!--|-->/g, '')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split('}')) {
    const brace = rule.lastIndexOf('{')
    if (brace < 0) continue
    const selectors = rule.slice(0, brace).trim()
    const declarations = declarationsOf(rule.slice(brace + 1))
    const [, id, level] = /^@list\s+(l\d+):level(\d+)(?:\s+lfo\d+)?$/.exec(selectors) ?? []
    if (id !== undefined && level !== undefined) {
      levels.set(`${id}:${level}`, {
        format: declarations.get('mso-level-number-format'),
        start: Number(declarations.get('mso-level-start-at') ?? 1),
      })
      continue
    }
    const wanted = [...declarations].filter(([name]) => WANTED.test(name))
    const style = wanted.map(([name, value]) => `${name}:${value}`).join(';')
    if (style === '') continue
    for (const selector of selectors.split(',')) {
      const simple = selector.trim()
      if (!/^[a-z][\w-]*$|^[a-z\d]*\.[\w-]+$/i.test(simple)) continue
      classes.set(simple, [classes.get(simple), style].filter(Boolean).join(';'))
    }
  }
  return { levels, classes }
}

/** Writes what the classes say into the `style` attributes, where the element's own come last. */
export function inlineClasses(root: ParentNode, { classes }: StyleSheet): void {
  if (classes.size === 0) return
  for (const element of root.querySelectorAll('[class]')) {
    const names = (element.getAttribute('class') ?? '').split(/\s+/)
    const styles = names.flatMap((name) => [
      classes.get(`.${name}`),
      classes.get(`${element.localName}.${name}`),
    ])
    const own = element.getAttribute('style') ?? undefined
    const style = [...styles, own].filter((part) => part !== undefined).join(';')
    if (style !== '') element.setAttribute('style', style)
  }
}
