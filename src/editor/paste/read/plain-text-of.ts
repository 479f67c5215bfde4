import { isBlock } from './block-kind.ts'

/**
 * All words of a tree as plain text, in order: a blank line between blocks, a line break for each
 * `<br>`, a tab between the cells of a row. White space is collapsed as a page shows it, and kept in
 * `<pre>`. Throws nothing.
 */
export function plainTextOf(root: Node): string {
  return blocksOf(root, false).join('\n\n')
}

function blocksOf(parent: Node, exact: boolean): string[] {
  const blocks: string[] = []
  let run = ''
  const endRun = () => {
    const text = exact ? run.replace(/^\n+/, '').trimEnd() : collapsed(run)
    if (text.trim() !== '') blocks.push(text)
    run = ''
  }
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? ''
      run += exact ? text.replaceAll(/\r\n?/g, '\n') : text.replaceAll(/[\t\n\f\r]/g, ' ')
    } else if (node instanceof Element) {
      if (node.localName === 'br') run += '\n'
      else if (isBlock(node)) {
        endRun()
        const isExact = exact || node.localName === 'pre'
        blocks.push(...(node.localName === 'tr' ? rowOf(node, exact) : blocksOf(node, isExact)))
      } else node.childNodes.forEach(visit)
    }
  }
  parent.childNodes.forEach(visit)
  endRun()
  return blocks
}

function collapsed(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
}

/** Cells that stand beside each other are one line; one that has several lines stands by itself. */
function rowOf(row: Element, exact: boolean): string[] {
  const lines: string[] = []
  let goesOn = false
  for (const cell of row.children) {
    const blocks = blocksOf(cell, exact)
    const isLine = blocks.length < 2 && !blocks[0]?.includes('\n')
    if (!isLine) lines.push(...blocks)
    else if (goesOn) lines.push(`${lines.pop() ?? ''}\t${blocks[0] ?? ''}`)
    else lines.push(blocks[0] ?? '')
    goesOn = isLine
  }
  return lines.filter((line) => line.trim() !== '')
}
