/** A run of words in a paragraph, a heading or a cell. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em' | 'del'; content: readonly Inline[] }
  | { kind: 'help-link'; to: HelpTarget; content: readonly Inline[] }
  | { kind: 'outside-link'; href: string; content: readonly Inline[] }

/** What stands on a line of its own. */
export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; anchor: string; content: readonly Inline[] }
  | { kind: 'paragraph'; content: readonly Inline[] }
  | { kind: 'list'; start: number | null; items: readonly (readonly Block[])[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; content: readonly Block[] }
  | { kind: 'table'; head: readonly Cell[]; rows: readonly (readonly Cell[])[] }
  | { kind: 'rule' }

export type Cell = readonly Inline[]

/** A page of the manual, and where on it. An empty anchor is its top. */
export type HelpTarget = { page: string; anchor: string }

/** One page of the manual: a tree of words in which nothing can act. */
export type HelpPage = {
  /** The name in its address. */
  name: string
  title: string
  blocks: readonly Block[]
}

/** The address of a place in the manual on its own screen. */
export function helpAddress({ page, anchor }: HelpTarget): string {
  return `/help/${page}${anchor === '' ? '' : `#${anchor}`}`
}

/** The words alone, as they are read. */
export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'break') return ' '
      return 'text' in inline ? inline.text : wordsOf(inline.content)
    })
    .join('')
}

/** The headings of a page, in order. */
export function headingsOf({ blocks }: HelpPage) {
  return blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [{ level: block.level, anchor: block.anchor, text: wordsOf(block.content) }]
      : [],
  )
}
