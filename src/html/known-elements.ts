import { ALLOWED_TAGS } from './allow-list.ts'

/** Elements without content, which have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Every element of the HTML standard and its obsolete ones. */
export const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...ALLOWED_TAGS.filter((name) => /^[a-z]/.test(name)),
  ...VOID_ELEMENTS,
  ...'html head body title script noscript style template slot iframe frame frameset noframes'.split(
    ' ',
  ),
  ...'form fieldset legend label input button select option optgroup datalist textarea output'.split(
    ' ',
  ),
  ...'progress meter dialog object applet video audio picture canvas map svg math marquee'.split(
    ' ',
  ),
  ...'dir listing xmp plaintext nobr noembed rb rtc bgsound basefont blink image keygen'.split(' '),
])

/** Inline formatting that the browser opens again where it was cut off. */
export const CARRIED_ELEMENTS: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
)
