import { styleOf } from '#html/parse/style-attribute.ts'
import { UNNUMBERED, type ListItem, type ListItems } from './list-items.ts'
import { isWording, numberOf, readMarker, type Numbering, takeLeading } from './list-marker.ts'
import { keepAsWords, setApart, takeStart, type SetApart } from './set-apart.ts'
import type { ListLevel, StyleSheet } from '#editor/paste/read/style-sheet.ts'
const NUMBERINGS: Record<string, Numbering> = {
  'alpha-lower': 'a',
  'alpha-upper': 'A',
  'roman-lower': 'i',
  'roman-upper': 'I',
}

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, div, pre, address, blockquote, dt, dd, center'

/**
 * Finds the paragraphs that Word marks as items (`mso-list:l0 level2 lfo1`) and takes their markers
 * out, in place. What kind of list it is says the marker, as the reader saw it, and where that is not
 * clear the level's definition in the style sheet. Markers that no list of HTML can show stay as words.
 */
export function markWordItems(root: ParentNode, sheet: StyleSheet): ListItems {
  const items: ListItems = new Map()
  const blocks = [...root.querySelectorAll(BLOCKS)]
  // Before any marker is taken, because numbered headings over text keep theirs.
  const places = new Map(blocks.map((block) => [block, positionOf(block)]))
  const sections = sectionLists(places)
  for (const [block, place] of places) {
    if (!place || block.closest('li') || block.querySelector(BLOCKS)) continue
    const apart = setApart(block)
    const level =
      sheet.levels.get(`${place.list}:${place.level}`) ??
      sheet.levels.get(`${place.id}:${place.level}`)
    const isSection = isHeading(block) && sections.has(place.id)
    const staysSection = isSection && !isBullet(apart, level)
    if (apart && (staysSection || isWords(apart, level))) keepAsWords(block, apart)
    if (staysSection || (apart && isWords(apart, level))) continue
    if (apart) takeStart(block, apart.length)
    const marker = apart ? apart.marker : (takeLeading(block) ?? '')
    const item = itemOf(place, marker, level, apart?.isSign ?? false)
    if (item) items.set(block, item)
  }
  return items
}

/** How a block is placed in a list of Word's. */
interface Environment {
  id: string
  level: number
  list: string
}

/** Reads where Word says that a block stands; null when it is in no list. */
export function positionOf(block: Element): Environment | null {
  const style = styleOf(block).get('mso-list') ?? ''
  const [, id = '', level, lfo = ''] = /\b(l\d+) level(\d+)(?: (lfo\d+))?/.exec(style) ?? []
  return level === undefined ? null : { id, level: Number(level), list: `${id} ${lfo}`.trim() }
}

/**
 * The lists whose headings have text under them, or are of several levels: their numbers are those of
 * sections.
 */
function sectionLists(places: ReadonlyMap<Element, Environment | null>): Set<string> {
  const sections = new Set<string>()
  const tags = new Map<string, string>()
  for (const [block, place] of places) {
    if (!place || !isHeading(block)) continue
    const near = [block.previousElementSibling, block.nextElementSibling]
    const isApart = near.every((other) => !other || places.get(other)?.id !== place.id)
    const tag = tags.get(place.id) ?? block.localName
    if (isApart || tag !== block.localName) sections.add(place.id)
    tags.set(place.id, tag)
  }
  return sections
}

const isHeading = (block: Element) => /^h\d$/.test(block.localName)

function isBullet(apart: SetApart | null, level: ListLevel | undefined): boolean {
  if (!apart) return false
  return (
    apart.isSign || (apart.marker !== '' && isSignOnly(apart.marker)) || level?.format === 'bullet'
  )
}

/** Whether a marker says something that would be lost with it. */
function isWords({ marker, isSign }: SetApart, level: ListLevel | undefined): boolean {
  if (isSign || marker === '') return false
  // Of a level that does not count, the marker is what somebody wrote.
  if (level?.format === 'none' && /\p{L}/u.test(marker)) return true
  return isWording(marker) && NUMBERINGS[level?.format ?? ''] === undefined && !isSpelled(level)
}

/** Numbers that are written as words. */
const isSpelled = (level: ListLevel | undefined) => /text|ordinal/.test(level?.format ?? '')

function itemOf(
  place: Environment,
  marker: string,
  level: ListLevel | undefined,
  isSymbol: boolean,
): ListItem | null {
  const { list } = place
  const item = { level: place.level, list }
  const read = readMarker(marker)
  const isBlank = marker.trim() === ''
  const isDigit = /\d[.)]?\s*$/.test(marker)
  const bullet = level?.format === 'bullet' || level?.format === 'image'
  if (level?.format === 'none' && isBlank) return null
  const isSign = isSymbol || (!isBlank && isSignOnly(marker))
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

const isSignOnly = (marker: string) => !/[\p{L}\p{N}]/u.test(marker)
