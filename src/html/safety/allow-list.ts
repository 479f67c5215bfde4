/**
 * "Everything safe": what the sanitiser lets through. Text content, inline text, lists, tables,
 * pictures; nothing that runs, loads a document, takes input or reaches outside its own box.
 */
export const ALLOWED_TAGS = [
  // `body` is only ever the box that the sanitiser works in: a parser puts none inside another.
  ...'#text #comment body'.split(' '),
  ...'p h1 h2 h3 h4 h5 h6 hgroup blockquote pre hr br wbr'.split(' '),
  ...'ul ol li dl dt dd menu'.split(' '),
  ...'div section article header footer aside main nav address center search'.split(' '),
  ...'figure figcaption details summary img'.split(' '),
  ...'table caption colgroup col thead tbody tfoot tr th td'.split(' '),
  ...'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q'.split(
    ' ',
  ),
  ...'rp rt ruby s samp small span strike strong sub sup time tt u var'.split(' '),
]

/**
 * Attributes that hold no address. DOMPurify applies the rule for addresses to every attribute, so
 * that a narrow rule would also refuse `start="3"`, `dir="rtl"` or `lang="ar"`: all of these are
 * therefore named in `ADD_URI_SAFE_ATTR` as well.
 */
export const PLAIN_ATTRIBUTES = [
  ...'class id name title lang dir style role hidden translate'.split(' '),
  ...'start type reversed value compact'.split(' '),
  ...'colspan rowspan span scope headers abbr border cellpadding cellspacing rules frame'.split(
    ' ',
  ),
  ...'align valign width height bgcolor color face size nowrap noshade clear'.split(' '),
  ...'alt loading decoding open datetime target rel hreflang download'.split(' '),
]

/** Attributes that hold an address; `href` and `src` have rules of their own. */
export const ADDRESS_ATTRIBUTES = ['href', 'src', 'cite']

/** Pictures by https, or inside the text in a format that cannot hold script. */
export const IMAGE_ADDRESS = /^(?:https:\/\/[^\s/]|data:image\/(?:png|jpeg|gif|webp)[;,])/i

export const SPAN_ATTRIBUTES = new Set(['colspan', 'rowspan', 'span'])

/** Attributes that only make sense as whole numbers: `start="abc"` would become `start="NaN"`. */
export const INTEGER_ATTRIBUTES = new Set(['colspan', 'rowspan', 'span', 'start'])

const NAMED = new Set([...PLAIN_ATTRIBUTES, ...ADDRESS_ATTRIBUTES])

/** Whether the sanitiser ever lets an attribute of that name through; its value has rules as well. */
export function isKnownAttribute(name: string): boolean {
  return NAMED.has(name) || /^(?:data|aria)-/.test(name)
}
