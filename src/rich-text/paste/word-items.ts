import { UNNUMBERED, type ListItem, type ListItems } from './list-items.ts'
import { numberOf, readMarker, type Numbering } from './list-marker.ts'
import { styleOf } from './style-of.ts'
import type { ListLevel, StyleSheet } from './style-sheet.ts'
import { takeLeading } from './take-leading.ts'

const NUMBERINGS: Record<string, Numbering> = {
  'alpha-lower': 'a',
  'alpha-upper': 'A',
  'roman-lower': 'i',
  'roman-upper': 'I',
}

/**
 * Finds the paragraphs that Word marks as items (`mso-list:l0 level2 lfo1`) and takes their markers
 * out, in place. What kind of list it is says the marker, as the reader saw it, and where that is not
 * clear the level's definition in the style sheet.
 */
export function markWordItems(root: ParentNode, sheet: StyleSheet): ListItems {
  const items: ListItems = new Map()
  const blocks = [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')]
  // Before any marker is taken, because a lone heading keeps its own.
  const places = new Map(blocks.map((block) => [block, placeOf(block)]))
  for (const [block, place] of places) {
    if (!place || block.closest('li') || block.querySelector('p')) continue
    const near = [block.previousElementSibling, block.nextElementSibling]
    const alone = near.every((other) => !other || places.get(other)?.id !== place.id)
    if (/^h\d$/.test(block.localName) && alone) continue
    const item = itemOf(place, takeMarker(block), sheet.levels.get(`${place.id}:${place.level}`))
    if (item) items.set(block, item)
  }
  return items
}

interface Place {
  id: string
  level: number
  list: string
}

function placeOf(block: Element): Place | null {
  const style = styleOf(block).get('mso-list') ?? ''
  const [, id = '', level, lfo = ''] = /\b(l\d+) level(\d+)(?: (lfo\d+))?/.exec(style) ?? []
  return level === undefined ? null : { id, level: Number(level), list: `${id} ${lfo}` }
}

function itemOf(place: Place, marker: string, level: ListLevel | undefined): ListItem | null {
  const { list } = place
  const item = { level: place.level, list }
  const read = readMarker(marker)
  const isBlank = marker.trim() === ''
  const isSign = !isBlank && !/[\p{L}\p{N}]/u.test(marker)
  const isDigit = /\d[.)]?\s*$/.test(marker)
  const bullet = level?.format === 'bullet' || level?.format === 'image'
  if (level?.format === 'none' && isBlank) return null
  if (isSign || (bullet && !isDigit) || (!level && !read.ordered)) {
    return { ...item, ordered: false, readings: UNNUMBERED }
  }
  if (level && !isDigit) {
    const numbering = NUMBERINGS[level.format ?? ''] ?? null
    const number = isBlank ? null : numberOf(marker, numbering)
    return { ...item, ordered: true, readings: [{ numbering, number }] }
  }
  return { ...item, ordered: true, readings: read.ordered ? read.readings : UNNUMBERED }
}

/** Takes the marker out of a paragraph, in whichever way this version of Word set it apart. */
function takeMarker(block: Element): string {
  const ignored = [...block.querySelectorAll('span, font')].find(
    (span) => styleOf(span).get('mso-list') === 'ignore',
  )
  if (ignored) {
    const marker = ignored.textContent ?? ''
    ignored.remove()
    return marker
  }
  return takeCommented(block) ?? takeLeading(block) ?? ''
}

/** Between `<![if !supportLists]>` and `<![endif]>`, which parsers read as comments. */
function takeCommented(block: Element): string | null {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) {
    const start = walker.currentNode
    if (!/supportLists/i.test(start.nodeValue ?? '')) continue
    const between: Node[] = []
    for (let node = start.nextSibling; node; node = node.nextSibling) {
      if (node.nodeType === Node.COMMENT_NODE) {
        for (const inner of between) inner.parentNode?.removeChild(inner)
        return between.map((inner) => inner.textContent).join('')
      }
      between.push(node)
    }
  }
  return null
}
