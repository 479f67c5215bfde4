import { Fragment, Slice, type Node } from '@tiptap/pm/model'

/** The words of blocks, a line each, for code. */
export function linesOf(blocks: readonly Node[]): string {
  const { size } = Fragment.from(blocks)
  return Fragment.from(blocks).textBetween(0, size, '\n', ({ type }) =>
    type.name === 'hardBreak' ? '\n' : '',
  )
}

/** The lines of blocks as a single one with line breaks, for where no block may stand. */
export function inOneLine(blocks: readonly Node[]): Slice {
  const line: Node[] = []
  Fragment.from(blocks).descendants((node) => {
    if (!node.isTextblock) return true
    const lineBreak = node.type.schema.nodes['hardBreak']
    if (line.length > 0 && lineBreak) line.push(lineBreak.create())
    line.push(...node.children)
    return false
  })
  return new Slice(Fragment.from(line), 0, 0)
}
