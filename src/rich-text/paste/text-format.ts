import { lookInside } from './look.ts'
import { styleOf } from './style-of.ts'

/** How a piece of text looks, after all that is around it. */
export interface TextFormat {
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  code: boolean
  position: 'sub' | 'sup' | null
  href: string | null
  /** Elements with a meaning of their own around it, from the outside in, as they are written. */
  meanings: readonly Element[]
  /** In headings and header cells, which are bold by themselves. */
  weightless: boolean
  /** Colour and highlight, as a `style`. */
  look: string
  align: string
  rtl: boolean
  /** Whether spaces and line breaks stand as they are written. */
  exact: boolean
}

export const PLAIN: TextFormat = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  code: false,
  position: null,
  href: null,
  meanings: [],
  weightless: false,
  look: '',
  align: '',
  rtl: false,
  exact: false,
}

const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['i', 'em', 'dfn', 'address'])
const STRIKE = new Set(['s', 'strike', 'del'])
const MEANING = new Set('abbr bdo cite ins kbd mark q ruby rt rp samp var'.split(' '))

/** The format of what is inside `element`, given that of what is around it. */
export function formatInside(element: Element, outside: TextFormat): TextFormat {
  const { localName: tag } = element
  const style = styleOf(element)
  const format = { ...outside }
  if (BOLD.has(tag)) format.bold = true
  if (ITALIC.has(tag)) format.italic = true
  if (STRIKE.has(tag)) format.strike = true
  if (tag === 'u') format.underline = true
  if (tag === 'code' || tag === 'tt') format.code = true
  if (tag === 'sub' || tag === 'sup') format.position = tag
  if (MEANING.has(tag)) format.meanings = [...outside.meanings, element]

  const weight = style.get('font-weight') ?? weightInFont(style.get('font'))
  if (weight !== undefined) format.bold = isHeavy(weight, format.bold)
  const slant = style.get('font-style')
  if (slant !== undefined) format.italic = /italic|oblique/.test(slant)
  decorate(format, style.get('text-decoration') ?? style.get('text-decoration-line'), tag)
  const raised = style.get('vertical-align')
  if (tag !== 'td' && tag !== 'th' && raised !== undefined) {
    if (raised === 'super' || raised === 'sub') format.position = raised === 'sub' ? 'sub' : 'sup'
    else if (raised === 'baseline') format.position = null
  }
  const direction = element.getAttribute('dir') ?? style.get('direction')
  if (direction !== undefined) format.rtl = direction.toLowerCase() === 'rtl'
  format.align = style.get('text-align') ?? element.getAttribute('align') ?? outside.align
  format.look = lookInside(style, outside.look)
  const space = style.get('white-space')
  if (space !== undefined) format.exact = /^(?:pre|break)/.test(space)
  return format
}

function decorate(format: TextFormat, decoration: string | undefined, tag: string): void {
  if (decoration === undefined) return
  if (decoration.includes('underline')) format.underline = true
  else if (tag === 'u') format.underline = false
  if (decoration.includes('line-through')) format.strike = true
}

function weightInFont(font: string | undefined): string | undefined {
  return /\b(?:bold|normal|[1-9]00)\b/.exec(font?.split(/\d+(?:\.\d+)?(?:px|pt|em)/)[0] ?? '')?.[0]
}

function isHeavy(weight: string, otherwise: boolean): boolean {
  if (weight.startsWith('bold')) return true
  if (/^\d+$/.test(weight)) return Number(weight) >= 600
  return weight === 'normal' || weight === 'lighter' ? false : otherwise
}
