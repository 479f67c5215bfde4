import { Lexer, type MarkedToken, type Token } from 'marked'
import {
  wordsOf,
  type Block,
  type HelpPage,
  type HelpTarget,
  type Inline,
} from '#help/help-page.ts'

/**
 * Reads a page of the manual into a tree. Markup written in the Markdown becomes the characters it is
 * written in, and a link that leads neither to a page of the manual nor to a web site becomes plain
 * words. Throws when the page does not start with its one title.
 */
export function readMarkdown(name: string, markdown: string): HelpPage {
  const [first, ...rest] = Lexer.lex(markdown, { gfm: true }).filter(({ type }) => type !== 'space')
  const read = createReader(name)
  if (first?.type !== 'heading' || first['depth'] !== 1 || rest.some(isTitle)) {
    throw new Error(`docs/${name}.md must start with its title, the only heading of level 1.`)
  }
  const title = wordsOf(read.inlines(first.tokens))
  return { name, title, blocks: read.blocks(rest) }
}

const isTitle = (token: Token) => token.type === 'heading' && token['depth'] === 1

/** A reader for one page, which numbers the headings that occur twice. */
function createReader(name: string) {
  const anchors = new Map<string, number>()

  const blocks = (tokens: readonly Token[] | undefined): Block[] =>
    (tokens ?? []).flatMap((token) => block(token))

  function block(token: Token): Block[] {
    if (!isMarked(token)) return asWritten(token)
    switch (token.type) {
      case 'space':
      case 'def':
        return []
      case 'hr':
        return [{ kind: 'rule' }]
      case 'code':
        return [{ kind: 'code', text: token.text }]
      case 'blockquote':
        return [{ kind: 'quote', content: blocks(token.tokens) }]
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', content: inlines(token.tokens ?? [token]) }]
      case 'heading': {
        const content = inlines(token.tokens)
        const level = token.depth <= 2 ? 2 : token.depth === 3 ? 3 : 4
        return [{ kind: 'heading', level, anchor: anchorFor(wordsOf(content)), content }]
      }
      case 'list':
        return [
          {
            kind: 'list',
            start: token.ordered ? Number(token.start) : null,
            items: token.items.map((item) => blocks(item.tokens)),
          },
        ]
      case 'table':
        return [
          {
            kind: 'table',
            head: token.header.map((cell) => inlines(cell.tokens)),
            rows: token.rows.map((row) => row.map((cell) => inlines(cell.tokens))),
          },
        ]
      case 'br':
      case 'checkbox':
      case 'codespan':
      case 'del':
      case 'em':
      case 'escape':
      case 'html':
      case 'image':
      case 'link':
      case 'list_item':
      case 'strong':
        return asWritten(token)
    }
  }

  const inlines = (tokens: readonly Token[] | undefined): Inline[] =>
    (tokens ?? []).flatMap((token) => inline(token))

  function inline(token: Token): Inline[] {
    if (!isMarked(token)) return [{ kind: 'text', text: token.raw }]
    switch (token.type) {
      case 'br':
        return [{ kind: 'break' }]
      case 'codespan':
        return [{ kind: 'code', text: token.text }]
      case 'strong':
      case 'em':
      case 'del':
        return [{ kind: token.type, content: inlines(token.tokens) }]
      case 'link':
        return link(token.href, inlines(token.tokens))
      case 'text':
        return token.tokens ? inlines(token.tokens) : [{ kind: 'text', text: decode(token.text) }]
      case 'escape':
      case 'image':
        return [{ kind: 'text', text: decode(token.text) }]
      case 'blockquote':
      case 'checkbox':
      case 'code':
      case 'def':
      case 'heading':
      case 'hr':
      case 'html':
      case 'list':
      case 'list_item':
      case 'paragraph':
      case 'space':
      case 'table':
        return [{ kind: 'text', text: token.raw }]
    }
  }

  function link(href: string, content: Inline[]): Inline[] {
    const to = helpTarget(name, href)
    if (to) return [{ kind: 'help-link', to, content }]
    return /^https?:\/\//.test(href) ? [{ kind: 'outside-link', href, content }] : content
  }

  function anchorFor(words: string) {
    const plain = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const before = anchors.get(plain) ?? 0
    anchors.set(plain, before + 1)
    return before === 0 ? plain : `${plain}-${before}`
  }

  return { blocks, inlines }
}

/** Everything the lexer makes without extensions. Its type for any token allows others. */
const known = new Set(
  'blockquote br code codespan def del em escape heading hr html image link list list_item paragraph space strong table text'.split(
    ' ',
  ),
)
const isMarked = (token: Token): token is MarkedToken => known.has(token.type)

const asWritten = ({ raw }: Token): Block[] => [
  { kind: 'paragraph', content: [{ kind: 'text', text: raw.trim() }] },
]

/** Where a link leads in the manual; null for files of the repository and for everything else. */
function helpTarget(name: string, href: string): HelpTarget | null {
  const [, page, anchor = ''] = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(href) ?? []
  return href === '' || (page === undefined && anchor === '')
    ? null
    : { page: page ?? name, anchor }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** The lexer leaves entities for whoever writes HTML, and this is read as text. */
const decode = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (written, entity: string) => {
    return entities[entity] ?? written
  })
