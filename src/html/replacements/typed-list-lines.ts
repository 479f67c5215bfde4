import { isBlockElement } from '#html/parse/known-elements.ts'
import { linesOf } from '#html/parse/lines.ts'

/** One line of a text, and where it stands. */
export interface TypedLine {
  text: string
  content: DocumentFragment
  /** The paragraph, or the text between two blocks, that the line is part of. */
  source: readonly ChildNode[]
  marker: Marker | null
}

/** What was typed in front of an item: a number, or a glyph (`number` is null). */
export interface Marker {
  number: number | null
  glyph: string
  /** How many characters of the line it takes, spaces included. */
  length: number
}

const MARKER = /^\s*(?:(\d{1,3})([.)])|\((\d{1,3})(\))|([•‣▪●◦○∙·*–—-]))\s+(?=\S)/
const MARKER_SOMEWHERE = /(?:\d[.)]|[•‣▪●◦○∙·*–—-])\s/

/** Written out as in the command line's examples, or as typed into plain text. */
const LITERAL_BREAK = /\\n(?=\s*(?:\(?\d{1,3}[.)]|[•‣▪●◦○∙·*–—-])\s)/
const PLAIN_BREAK = /\n(?=\s*(?:\(?\d{1,3}[.)]|[•‣▪●◦○∙·*–—-])\s)/

/** Elements that hold paragraphs and lists, besides the text itself. */
const CONTAINERS =
  'div, section, article, main, header, footer, aside, blockquote, li, td, th, dd, details, center'

/** Paragraphs that stand side by side, as lines. One list of lines for each place without a gap. */
export function lineGroups(text: DocumentFragment): TypedLine[][] {
  if (!MARKER_SOMEWHERE.test(text.textContent)) return []
  const containers = [...text.querySelectorAll(CONTAINERS)].filter((block) => !isParagraph(block))
  return [text, ...containers].flatMap(groupsWithin)
}

function groupsWithin(parent: ParentNode): TypedLine[][] {
  const groups: TypedLine[][] = [[]]
  let run: ChildNode[] = []
  const endRun = () => {
    if (run.some(({ textContent }) => textContent?.trim())) groups.at(-1)?.push(...readLines(run))
    run = []
  }
  for (const node of parent.childNodes) {
    if (!isBlockElement(node)) run.push(node)
    else {
      endRun()
      if (isParagraph(node)) groups.at(-1)?.push(...readLines([node]))
      else groups.push([])
    }
  }
  endRun()
  return groups
}

function isParagraph(block: Element): boolean {
  if (block.localName === 'p') return true
  return block.localName === 'div' && ![...block.querySelectorAll('*')].some(isBlockElement)
}

function readLines(source: readonly ChildNode[]): TypedLine[] {
  const [only] = source
  const inside = source.length === 1 && isBlockElement(only ?? null) ? only?.childNodes : source
  return linesOf(inside ?? [], breaksOf(source)).map((content) => {
    const text = content.textContent ?? ''
    return { text, content, source, marker: markerOf(text) }
  })
}

/** Once a break in plain text begins an item, all breaks of its kind are meant as breaks. */
function breaksOf(source: readonly ChildNode[]): RegExp | undefined {
  const text = source.map(({ textContent }) => textContent).join('')
  if (LITERAL_BREAK.test(text)) return /\\n|\n/g
  return PLAIN_BREAK.test(text) ? /\n/g : undefined
}

function markerOf(text: string): Marker | null {
  const found = MARKER.exec(text)
  if (!found) return null
  const digits = found[1] ?? found[3]
  const glyph = found[2] ?? found[4] ?? found[5] ?? ''
  return { number: digits === undefined ? null : Number(digits), glyph, length: found[0].length }
}
