import { styleOf } from '#html/parse/style-attribute.ts'
import { isMarkerGap } from './marker-gaps.ts'

/** What stands in front of the text of an item without being a part of it. */
export interface SetApart {
  marker: string
  /** How many characters of the block it takes, with the gap behind it. */
  length: number
  /** Whether it is a sign of a symbol font or a picture, whatever its letters are. */
  isSign: boolean
  /** Whether the program says that it is a marker; else it only looks like one. */
  isCertain: boolean
}

interface Found {
  end: number
  how: 'list' | 'slide' | 'spacer' | 'symbol' | 'comment'
  isSymbol: boolean
}

const SYMBOL_FONT = /symbol|wingdings|webdings|dingbats|marlett/
const SEEN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT

/**
 * Finds the marker at the start of a block that a program has set apart: Word in a span to be ignored,
 * between conditional comments or in front of a gap of 7 points, PowerPoint in a span of its own; all
 * of them, also where a mail program or browser has taken the rest, in a symbol font.
 */
export function setApart(block: Element): SetApart | null {
  const text = block.textContent ?? ''
  let offset = 0
  let picture = false
  let comment: number | null = null
  let found = null as Found | null
  const isFurther = (end: number) => !found || text.slice(found.end, end).trim() === ''
  const walker = block.ownerDocument.createTreeWalker(block, SEEN | NodeFilter.SHOW_COMMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // A marker is short, and nothing of the text stands in front of it.
    if (comment === null && text.slice(found?.end ?? 0, offset).trim().length > 30) break
    if (node.nodeType === Node.TEXT_NODE) offset += (node.nodeValue ?? '').length
    else if (node.nodeType === Node.COMMENT_NODE) {
      if (/supportLists/i.test(node.nodeValue ?? '')) comment = offset
      else if (comment !== null) {
        const isFirst = text.slice(0, comment).trim() === '' && found?.how !== 'list'
        if (isFirst && (offset > comment || picture)) {
          found = { end: offset, how: 'comment', isSymbol: found?.isSymbol ?? false }
        }
        comment = null
      }
    } else if (node instanceof Element) {
      picture ||= node.localName === 'img' && !found && text.slice(0, offset).trim() === ''
      const how = howSetApart(node)
      const inside = node.textContent ?? ''
      const before = text.slice(0, offset).trim()
      const end = offset + inside.length
      if (how === 'list' && isFurther(offset) && (found || before === '')) {
        found = { end, how, isSymbol: isSymbol(node) }
      } else if (found || how === null) continue
      else if (how === 'spacer') {
        if ((before !== '' && before.length <= 24) || picture) {
          found = { end, how, isSymbol: false }
        }
      } else if (before === '' && inside.trim() !== '') {
        if (how === 'slide') found = { end, how, isSymbol: false }
        // Set in front of a gap; the sign may also be one in the middle of the line.
        else if (/^\s*\S{1,2}(?:\s|$)/.test(inside) && /^\s*\S{1,2}\s/.test(text.slice(offset))) {
          const spaced = /^\s*\S{1,2}\s+/.exec(text.slice(offset))?.[0].length ?? 0
          found = { end: offset + spaced, how, isSymbol: true }
        }
      }
    }
  }
  if (!found) return null
  const { end, how } = found
  const marker = text.slice(0, end).trim()
  const gap = /^[\s\u00a0]*/.exec(text.slice(end))?.[0].length ?? 0
  const isSign = found.isSymbol || (marker === '' ? picture : isSymbolAt(block))
  return { marker, length: end + gap, isSign, isCertain: how !== 'symbol' }
}

/** Leaves a marker in the line, with a space instead of the gap behind it. */
export function keepAsWords(block: Element, { marker, length }: SetApart): void {
  takeStart(block, length)
  block.prepend(`${marker.replaceAll(/[\s\u00a0]+/g, ' ')} `)
}

/** Takes `length` characters from the start of a block, in place, and the pictures among them. */
export function takeStart(block: Element, length: number): void {
  let left = length
  const pictures: Element[] = []
  const walker = block.ownerDocument.createTreeWalker(block, SEEN)
  while (left > 0 && walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Element) {
      if (node.localName === 'img') pictures.push(node)
      continue
    }
    const text = node.nodeValue ?? ''
    node.nodeValue = text.slice(left)
    left -= text.length
  }
  for (const picture of pictures) picture.remove()
}

function howSetApart(element: Element): 'list' | 'slide' | 'spacer' | 'symbol' | null {
  if (element.localName !== 'span' && element.localName !== 'font') return null
  const style = styleOf(element)
  if (style.get('mso-list') === 'ignore') return 'list'
  if (/^["']?(?:num)?bullet/.test(style.get('mso-special-format') ?? '')) return 'slide'
  if (isMarkerGap(element)) return 'spacer'
  return isSymbol(element) ? 'symbol' : null
}

function isSymbol(element: Element): boolean {
  const style = styleOf(element)
  const family = style.get('font-family') ?? style.get('font') ?? element.getAttribute('face') ?? ''
  if (SYMBOL_FONT.test(family.split(',')[0]?.toLowerCase() ?? '')) return true
  return /courier/i.test(family) && /^\s*o(?:\s|$)/.test(element.textContent ?? '')
}

/** Whether the first letter of a block is in a symbol font. */
function isSymbolAt(block: Element): boolean {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() && walker.currentNode.nodeValue?.trim() === '');
  let around = walker.currentNode.parentElement
  while (around && around !== block) {
    if (isSymbol(around)) return true
    around = around.parentElement
  }
  return false
}
