/** Words for colours that nobody chose. */
const UNCHOSEN =
  /^(?:auto|inherit|initial|unset|revert|currentcolor|transparent|none|black|white|windowtext|window|canvastext|canvas|0|gr[ae]y)$/

/**
 * Colour and highlight of text as a `style`, '' when nobody chose one. Black, white and greys count as
 * not chosen: they are what each program or page has for all of its text.
 */
export function lookInside(style: ReadonlyMap<string, string>, outside: string): string {
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
