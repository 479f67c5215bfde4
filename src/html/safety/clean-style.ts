import { splitDeclarations } from '#html/parse/style-attribute.ts'

/** Properties that change how text looks and nothing else: no position, no layer, no picture. */
const PROPERTIES = new Set([
  ...'color background background-color opacity'.split(' '),
  ...'font font-family font-size font-style font-variant font-weight line-height'.split(' '),
  ...'letter-spacing word-spacing text-align text-decoration text-decoration-line'.split(' '),
  ...'text-decoration-color text-decoration-style text-indent text-transform'.split(' '),
  ...'vertical-align white-space word-break overflow-wrap word-wrap hyphens direction'.split(' '),
  ...'unicode-bidi list-style list-style-type list-style-position'.split(' '),
  ...'width min-width max-width height min-height max-height box-sizing float clear'.split(' '),
  ...'display border-collapse border-spacing border-radius caption-side empty-cells'.split(' '),
  ...'table-layout break-before break-after break-inside page-break-before'.split(' '),
  ...'page-break-after page-break-inside'.split(' '),
])

const BOX = /^(?:margin|padding)(?:-(?:top|right|bottom|left|inline|block)(?:-(?:start|end))?)?$/
const BORDER =
  /^border(?:-(?:top|right|bottom|left|inline|block)(?:-(?:start|end))?)?(?:-(?:width|style|color))?$/

/** Words, numbers with units, colours, quoted font names and the colour functions; no `url()`, no escapes. */
const VALUE = /^(?:(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]*\)|"[\w\s-]*"|'[\w\s-]*'|[\w\s.,%#!/+-])*$/i

/** Lengths with five digits push the rest of a page out of sight. */
const HUGE = /\d{5}/

/**
 * Keeps the safe declarations of a `style` attribute. The value comes back as it was written when
 * all of them are safe; otherwise without the others, whose property names are listed.
 */
export function cleanStyle(style: string): { style: string; removed: string[] } {
  const kept: string[] = []
  const removed: string[] = []
  for (const declaration of splitDeclarations(style)) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (isSafe(property, value)) kept.push(declaration.trim())
    else removed.push(property || declaration.trim())
  }
  return { style: removed.length === 0 ? style : kept.join('; '), removed }
}

function isSafe(property: string, value: string): boolean {
  const known = PROPERTIES.has(property) || BOX.test(property) || BORDER.test(property)
  return (
    known && value !== '' && VALUE.test(value) && !HUGE.test(value.replaceAll(/#[\da-f]+/gi, ''))
  )
}
