import { inertDocument } from '#html/parse/inert-document.ts'
import type { ListItems } from '#editor/paste/lists/list-items.ts'
import { elementOf } from '#editor/paste/rewrite/line-writer.ts'
import { readMarker } from '#editor/paste/lists/list-marker.ts'
import { nestLists } from '#editor/paste/lists/nest-lists.ts'
import { typedItem } from '#editor/paste/lists/typed-items.ts'

/** A line that begins like an item. A dash or a star counts only beside another one. */
const ITEM =
  /^([ \t\u00a0]*)([•●○◦▪▫■□◆◇‣⁃∙·➢➤✓✔\uf0a7\uf0b7\uf0d8\uf0fc*+–-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{2,5})[.)])(?:[ \t\u00a0]+)(?=\S)/

interface Line {
  text: string
  indent: number
  marker: string | null
}

/**
 * Plain text as a fragment: a blank line begins a new paragraph, so does every line where there are no
 * blank ones. With `lists`, lines that are numbered in order or that begin with the same kind of
 * bullet become lists, nested as they are indented. Also says how many lists there are.
 */
export function plainLines(
  text: string,
  lists: boolean,
): { fragment: DocumentFragment; lists: number } {
  const lines = text
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .split('\n')
    .map(readLine)
  const isItem = lists ? itemsAmong(lines) : new Set<Line>()
  const fragment = inertDocument().createDocumentFragment()
  const items: ListItems = new Map()
  const blankLines = /\n[ \t]*\n/.test(text.trim().replaceAll('\r', ''))
  const indents: number[] = []
  let block: Element | null = null
  let itemIndent = 0
  for (const line of lines) {
    if (line.text === '') {
      block = null
    } else if (line.marker !== null && isItem.has(line)) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) > line.indent) indents.pop()
      if (indents.at(-1) !== line.indent) indents.push(line.indent)
      block = elementOf('p')
      block.textContent = line.text.replace(ITEM, '').trim()
      items.set(block, typedItem(line.marker, indents.length))
      fragment.append(block)
      itemIndent = line.indent
    } else if (block && (items.has(block) ? line.indent > itemIndent : blankLines)) {
      // A further line of the same paragraph or item.
      if (items.has(block)) block.append(' ', line.text.trim())
      else block.append(elementOf('br'), line.text.trim())
    } else {
      block = elementOf('p')
      block.textContent = line.text.trim()
      fragment.append(block)
      if (line.indent === 0) indents.length = 0
    }
  }
  return { fragment, lists: nestLists(items, false) }
}

function readLine(written: string): Line {
  const text = written.trimEnd()
  const [, space = '', marker = null] = ITEM.exec(text) ?? [undefined, /^\s*/.exec(text)?.[0]]
  const indent = space.replaceAll('\t', '    ').length
  return { text: text.trim() === '' ? '' : text, indent, marker }
}

/** The lines that are items: not one alone, and numbers only in order. */
function itemsAmong(lines: readonly Line[]): Set<Line> {
  return new Set(
    lines.filter((line, index) => {
      if (line.marker === null) return false
      const near = [neighbour(lines, index, -1), neighbour(lines, index, 1)]
      return near.some(
        (other) =>
          other &&
          // Beside it, or one that it is nested in, or that is nested in it.
          (other.indent === line.indent ? belong(line, other) : begins(line) || begins(other)),
      )
    }),
  )
}

/**
 * The next line with a marker in one direction: on the same level if there is one before the list
 * ends, else the nearest. Nothing but blank and indented lines may stand in between.
 */
function neighbour(lines: readonly Line[], index: number, step: 1 | -1): Line | null {
  const indent = lines[index]?.indent ?? 0
  let nearest: Line | null = null
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const other = lines[at]
    if (!other || (other.text !== '' && other.marker === null && other.indent <= indent)) break
    if (other.marker === null) continue
    nearest ??= other
    if (other.indent === indent) return other
    if (other.indent < indent) break
  }
  return nearest
}

function begins({ marker }: Line): boolean {
  const read = readMarker(marker ?? '')
  return !read.ordered || read.readings.some(({ number }) => number === 1)
}

function belong(one: Line, other: Line): boolean {
  const [first, second] = [readMarker(one.marker ?? ''), readMarker(other.marker ?? '')]
  if (!first.ordered || !second.ordered) {
    return !first.ordered && !second.ordered && one.marker === other.marker
  }
  return first.readings.some((reading) =>
    second.readings.some(
      ({ numbering, number }) =>
        numbering === reading.numbering && Math.abs((number ?? 0) - (reading.number ?? 0)) === 1,
    ),
  )
}
