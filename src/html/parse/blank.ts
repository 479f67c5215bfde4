import { scanHtml } from './scan-html.ts'

/** Elements that show something without holding any text. */
const VISIBLE_ELEMENTS = new Set(
  'img hr iframe video audio table svg picture object embed canvas math input meter progress'.split(
    ' ',
  ),
)

/** Characters that take no ink: spaces, joiners, direction marks, soft hyphens and blank letters. */
const INKLESS = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu

const INKLESS_ENTITIES =
  /&(?:nbsp|shy);?|&(?:ensp|emsp|emsp13|emsp14|numsp|puncsp|thinsp|hairsp|zwnj|zwj|lrm|rlm|Tab|NewLine|NonBreakingSpace|ZeroWidthSpace|NegativeThinSpace|NegativeVeryThinSpace|NegativeMediumSpace|NegativeThickSpace|ThinSpace|VeryThinSpace|MediumSpace|ThickSpace|NoBreak|InvisibleComma|InvisibleTimes|ApplyFunction|ic|it|af);/g

/**
 * Whether participants would see nothing at all: no visible character and no picture, rule, table
 * or other element that shows something by itself. `editor.isEmpty` and a trimmed string are both
 * wrong for this: `<p>&nbsp;</p>` and `<p><br></p>` are blank, a table of empty cells is not.
 * Pure and without a DOM, so that the form's schema can use it anywhere.
 */
export function isBlankHtml(html: string): boolean {
  for (const { kind, name, start, end } of scanHtml(html)) {
    if (kind === 'open' && VISIBLE_ELEMENTS.has(name)) return false
    if (kind === 'text' && hasInk(html.slice(start, end))) return false
  }
  return true
}

function hasInk(text: string): boolean {
  return (
    text
      .replace(INKLESS_ENTITIES, '')
      .replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (_all, hex?: string, decimal?: string) =>
        codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
      )
      .replace(INKLESS, '') !== ''
  )
}

function codePoint(code: number): string {
  // Zero and numbers beyond Unicode read as the replacement character, which is visible.
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd'
}
