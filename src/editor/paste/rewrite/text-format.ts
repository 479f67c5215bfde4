import { styleOf } from '#html/parse/style-attribute.ts'

/** Words for colours that nobody chose. */
const UNCHOSEN =
  /^(?:auto|inherit|initial|unset|revert|currentcolor|transparent|none|black|white|windowtext|window|canvastext|canvas|0|gr[ae]y)$/

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

/**
 * Colour and highlight of text as a `style`, '' when nobody chose one. Black, white and greys count as
 * not chosen: they are what each program or page has for all of its text.
 */
function lookInside(style: ReadonlyMap<string, string>, outside: string): string {
  const color = style.get('color')
  const background =
    style.get('background-color') ?? style.get('background') ?? style.get('mso-highlight')
  if (color === undefined && background === undefined) return outside
  const [outerColor = '', outerBackground = ''] = outside
    .split('; ')
    .reduce<string[]>((parts, part) => {
      parts[part.startsWith('background') ? 1 : 0] = part
      return parts
    }, [])
  const own = [
    color === undefined ? outerColor : declaration('color', color),
    background === undefined ? outerBackground : declaration('background-color', background),
  ]
  return own.filter((part) => part !== '').join('; ')
}

function declaration(name: string, value: string): string {
  const [word = ''] = /^(?:#[\da-f]+|rgba?\([^)]*\)|[a-z]+)/.exec(value) ?? []
  return word === '' || UNCHOSEN.test(word) || isGrey(word) ? '' : `${name}: ${word}`
}

function isGrey(color: string): boolean {
  const channels = channelsOf(color)
  if (channels === null) return false
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels
  return alpha === 0 || Math.max(red, green, blue) - Math.min(red, green, blue) <= 24
}

function channelsOf(color: string): number[] | null {
  if (color.startsWith('rgb')) return (color.match(/[\d.]+/g) ?? []).map(Number)
  const [, hex] = /^#([\da-f]{3,8})$/.exec(color) ?? []
  if (hex === undefined) return null
  const digits = (hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex).match(/../g) ?? []
  return digits.slice(0, 3).map((pair) => Number.parseInt(pair, 16))
}
