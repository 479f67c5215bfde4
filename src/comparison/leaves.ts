import { isBlockElement } from '#html/parse/known-elements.ts'

/** The smallest thing that a reader sees: a word, a picture, a rule, the end of a line. */
export type Leaf = {
  /** Leaves of the same key look alike: the same words, formatted alike, in the same kind of place. */
  key: string
  kind: 'word' | 'picture' | 'break' | 'end'
  node: Node
  /** The elements around it, outermost first. */
  path: readonly Element[]
  /** How many of them reach down to the innermost block; the others format a part of its text. */
  blocks: number
  /** Whether white space parts it from the leaf before it on the same line. */
  spaced: boolean
}

/** Blocks that a reader can tell from a paragraph; others, such as `div`, only hold what is seen. */
const TELLING = new Set('h1 h2 h3 h4 h5 h6 ul ol li dt dd blockquote pre caption th td'.split(' '))

/** Elements that look like another one. */
const TWINS: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  strike: 's',
  del: 's',
  ins: 'u',
}

const CELL = /^t[dh]$/

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * What a reader sees of a cleaned fragment, in reading order. Where a block ends a line there is a leaf
 * too, so that two paragraphs which became one are a difference.
 */
export function leavesOf(fragment: DocumentFragment): Leaf[] {
  const leaves: Leaf[] = []
  let spaced = false

  const add = (leaf: Omit<Leaf, 'blocks' | 'spaced'>) => {
    const blocks = leaf.path.findLastIndex(isBlockElement) + 1
    const begins = leaves.length === 0 || leaves.at(-1)?.kind === 'end'
    leaves.push({ ...leaf, blocks, spaced: spaced && !begins })
    spaced = false
  }

  const endLine = () => {
    spaced = false
    const last = leaves.at(-1)
    if (!last || last.kind === 'end') return
    const path = last.path.slice(0, last.blocks)
    add({ key: `${path.map(lookOf).join('')}¶`, kind: 'end', node: new Text('¶'), path })
  }

  const read = (text: string, path: readonly Element[]) => {
    const look = path.map(lookOf).join('')
    for (const piece of piecesOf(text, path)) {
      if (piece.trim() === '' && piece !== '\n') spaced = true
      else add({ key: look + piece, kind: 'word', node: new Text(piece), path })
    }
  }

  const visit = (node: Node, path: readonly Element[]) => {
    if (node instanceof Text) return read(node.data, path)
    if (!(node instanceof Element)) return
    const block = isBlockElement(node)
    if (block) endLine()
    const kind = kindOf(node)
    const before = leaves.length
    if (kind) add({ key: lookOf(node) + lookOfPicture(node), kind, node, path })
    else for (const child of node.childNodes) visit(child, [...path, node])
    // A cell with nothing in it still holds its place in the row.
    if (CELL.test(node.localName) && leaves.length === before) read('\n', [...path, node])
    if (block) endLine()
  }

  for (const node of fragment.childNodes) visit(node, [])
  // Nothing comes after the last line, so its end parts it from nothing.
  if (leaves.at(-1)?.kind === 'end') leaves.pop()
  return leaves
}

/** Elements that are seen as one thing. The sanitiser's placeholder for a picture is one as well. */
function kindOf(element: Element): 'picture' | 'break' | null {
  if (element.localName === 'br') return 'break'
  const seen = element.localName === 'img' || element.localName === 'hr'
  return seen || element.hasAttribute('data-picture') ? 'picture' : null
}

function lookOfPicture(element: Element) {
  return element.getAttribute('src') ?? element.textContent
}

function lookOf(element: Element) {
  const { localName } = element
  if (isBlockElement(element) && !TELLING.has(localName)) return ''
  if (localName === 'span' || localName === 'font') return ''
  // A link shows its address in its title once it leads nowhere.
  return `<${TWINS[localName] ?? localName} ${element.getAttribute('data-link') === null ? '' : element.getAttribute('title')}>`
}

/** Words and signs; in text that keeps its spaces, whole lines. */
function piecesOf(text: string, path: readonly Element[]): string[] {
  if (path.some(({ localName }) => localName === 'pre')) return text.match(/\n|[^\n]+/g) ?? []
  return Array.from(segmenter.segment(text.replace(/\s+/g, ' ')), ({ segment }) => segment)
}
