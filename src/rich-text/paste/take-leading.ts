/** Signs that nobody begins a sentence with. `o`, `§` and the like count only in front of a gap. */
const SIGN = String.raw`[•●○◦▪▫■□◆◇‣⁃∙·➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc]`
const NUMBER = String.raw`\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[A-Z]|[ivx]{2,5})[.)]`
/** A tab, as Word and browsers write it. */
const GAP = String.raw`(?:[ \n]*(?:\u00a0[ \n]*\u00a0|[\t\u2002\u2003])[\s\u00a0]*)`

const SIGNED = new RegExp(String.raw`^[\s\u00a0]*(${SIGN})[\s\u00a0]+(?=\S)`)
const TABBED = new RegExp(String.raw`^[\s\u00a0]*(${SIGN}|${NUMBER}|[-–—*o§])${GAP}(?=\S)`)

/** The marker that a line of text begins with, and its length with the gap behind it. */
export function leadingMarker(text: string): { marker: string; length: number } | null {
  const found = SIGNED.exec(text) ?? TABBED.exec(text)
  return found ? { marker: found[1] ?? '', length: found[0].length } : null
}

const IN_ITEM = new RegExp(
  String.raw`^[\s\u00a0]*(${SIGN}|${NUMBER}|[-–—*])(?:[\s\u00a0]+(?=\S)|$)`,
)

/**
 * The marker that somebody typed in front of the text of an item, as `leadingMarker` has it. One space
 * is gap enough in a list, and none is needed behind an element that holds nothing else.
 */
export function typedInItem(item: Element): { marker: string; length: number } | null {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT)
  let offset = 0
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode
    const text = nodeValue ?? ''
    if (text.trim() === '') {
      offset += text.length
      continue
    }
    if (parentElement?.closest('li') !== item || parentElement.closest('pre')) return null
    const isAlone = parentElement !== item && IN_ITEM.exec(text)?.[0] === text
    const rest = (item.textContent ?? '').slice(offset)
    const found = IN_ITEM.exec(rest) ?? (isAlone ? IN_ITEM.exec(text) : null)
    if (!found || found[0].length === rest.length) return null
    return { marker: found[1] ?? '', length: offset + found[0].length }
  }
  return null
}

/** Takes the marker and the gap from the start of a block, in place; null when there is none. */
export function takeLeading(block: Element): string | null {
  const found = leadingMarker(block.textContent ?? '')
  if (!found) return null
  let left = found.length
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  while (left > 0 && walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? ''
    walker.currentNode.nodeValue = text.slice(left)
    left -= text.length
  }
  return found.marker
}
