const BLOCK = 'p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre|section|article|hr|br|dd|dt|dl'
const INLINE =
  'a|abbr|b|big|body|button|center|cite|code|col|del|em|font|form|figure|html|head|i|iframe|img|input|ins|kbd|label|mark|meta|link|nobr|o:p|q|s|samp|small|source|span|strike|strong|sub|sup|svg|tbody|td|th|thead|title|tt|u|var|video|audio|object|embed|option|select|textarea|wbr'

/** A tag at the start of what is left: a known name, then its end or an attribute. Its length is bounded. */
const TAG = new RegExp(
  `</?(?:(${BLOCK})|${INLINE})(?:\\s{0,20}/?>|\\s{1,20}[a-z][\\w:-]{0,40}(?:\\s{0,5}=[^<>]{0,2000}|\\s{0,20}/?)>)`,
  'iy',
)
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    pound: '£',
    deg: '°',
    times: '×',
    frac12: '½',
    shy: '',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    ccedil: 'ç',
    ntilde: 'ñ',
    oacute: 'ó',
    iacute: 'í',
    uacute: 'ú',
  }),
)

/** Whether tags or entities of HTML stand in a text, which participants would read as they are. */
export function hasHtml(text: string): boolean {
  return htmlToText(text) !== text
}

/**
 * A text without the tags of HTML and with its entities as characters, once: "&amp;lt;" becomes "&lt;".
 * Paragraphs, items and breaks become line breaks. What is no tag that pages use ("<name>", "a < b")
 * stays. Nothing is parsed as a page, so nothing in it can act.
 */
export function htmlToText(text: string): string {
  const bare = text.includes('<') ? withoutTags(text) : text
  return bare.includes('&') ? bare.replaceAll(ENTITY, characterOf) : bare
}

function withoutTags(text: string): string {
  const hiddenPart = findHiddenParts(text)
  let written = ''
  let from = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(from, at + 1))) {
    const hidden = hiddenPart(at)
    TAG.lastIndex = at
    const tag = hidden === null ? TAG.exec(text) : null
    if (hidden === null && tag === null) continue
    written += text.slice(from, at)
    if (tag?.[1] !== undefined && written !== '' && !written.endsWith('\n')) written += '\n'
    from = hidden ?? at + (tag?.[0].length ?? 1)
  }
  return from === 0 ? text : (written + text.slice(from)).trim()
}

const HIDDEN = [
  { start: /<!--/y, end: /-->/g },
  { start: /<script[\s>]/iy, end: /<\/script>/gi },
  { start: /<style[\s>]/iy, end: /<\/style>/gi },
]

/**
 * Gives back where the comment, script or style sheet that begins at a position ends; null when none
 * begins there, or it never ends. A kind that once had no end is not looked for again: a thousand
 * beginnings would search the text a thousand times.
 */
function findHiddenParts(text: string): (at: number) => number | null {
  let kinds = HIDDEN
  return (at) => {
    const kind = kinds.find(({ start }) => {
      start.lastIndex = at
      return start.test(text)
    })
    if (kind === undefined) return null
    kind.end.lastIndex = at
    if (kind.end.test(text)) return kind.end.lastIndex
    kinds = kinds.filter((one) => one !== kind)
    return null
  }
}

function characterOf(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? entity
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code > 31 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
  return isCharacter ? String.fromCodePoint(code) : entity
}

/** What the signs of Markdown are, and what stays of them. Every part is bounded. */
const MARKDOWN: readonly (readonly [signs: RegExp, plain: string])[] = [
  [/^ {0,3}```[\w-]{0,20} *$\n?/gm, ''],
  [/^ {0,3}#{1,6} +(?=\S)/gm, ''],
  [/^ {0,3}> ?(?=[\p{L}"“‘])/gmu, ''],
  [/!?\[([^[\]\n]{1,500})\]\((?:https?:|\/|#|mailto:)[^()\s]{0,1000}\)/g, '$1'],
  [/\*\*(?=[^\s*])([^*\n]{1,2000})\*\*/g, '$1'],
  [/(?<!\w)__(?=[^\s_])([^_\n]{1,2000})__(?!\w)/g, '$1'],
  [/~~(?=[^\s~])([^~\n]{1,2000})~~/g, '$1'],
  [/(?<![\w*\\])\*(?=[^\s*])([^*\n]{0,500}[^\s*])\*(?![\w*])/g, '$1'],
  [/`([^`\n]{1,500})`/g, '$1'],
]
const MAY_BE_MARKDOWN = /[*`~#]|__|\]\(|^ {0,3}>/m

/** Whether signs of Markdown stand in a text, which participants would read as they are. */
export function hasMarkdown(text: string): boolean {
  return markdownToText(text) !== text
}

/** A text without the signs of Markdown: bold, italics, headings, quotes, code, and links, whose words stay. */
export function markdownToText(text: string): string {
  if (!MAY_BE_MARKDOWN.test(text)) return text
  return MARKDOWN.reduce((plain, [signs, kept]) => plain.replaceAll(signs, kept), text)
}
