import { isBlock } from './block-kind.ts'
import { codeLines } from './code-lines.ts'
import { elementOf } from './line-writer.ts'

/**
 * A `<pre>` as the editor writes code, null when it holds none, and what stood in it before and after
 * the code, such as the name of the language on a chat page. Changes `element`.
 */
export function readCode(element: Element): {
  before: Element
  block: Element | null
  after: Element
} {
  const [before, after] = [elementOf('div'), elementOf('div')]
  const codes = [...element.querySelectorAll('code')]
  const inside = aroundAll(codes)
  const beside = inside && besidesOf(inside, element)
  before.append(...(beside?.before ?? []))
  after.append(...(beside?.after ?? []))
  const text = codeLines(beside ? inside : element)
  if (text === '') return { before, block: null, after }
  const [language] = /\blanguage-[\w+#-]+/.exec(codes[0]?.className ?? '') ?? []
  const inner = elementOf('code', language === undefined ? {} : { class: language })
  inner.textContent = text
  const block = elementOf('pre')
  block.append(inner)
  return { before, block, after }
}

/** The smallest element with all of them in it. */
function aroundAll(codes: readonly Element[]): Element | null {
  let around = codes[0] ?? null
  while (around && !codes.every((code) => around?.contains(code))) around = around.parentElement
  return around
}

/** What stands in boxes of its own beside the code; null when words stand in the code's own lines. */
function besidesOf(code: Element, pre: Element): { before: Element[]; after: Element[] } | null {
  const before: Element[] = []
  const after: Element[] = []
  for (let inner = code; inner !== pre && inner.parentElement; inner = inner.parentElement) {
    const siblings = [...inner.parentElement.childNodes]
    const others = siblings.filter((node) => node !== inner && hasWords(node))
    const boxes = others.filter((node) => node instanceof Element).filter(isBox)
    if (boxes.length < others.length) return null
    const place = siblings.indexOf(inner)
    before.unshift(...boxes.filter((box) => siblings.indexOf(box) < place))
    after.push(...boxes.filter((box) => siblings.indexOf(box) > place))
  }
  return { before, after }
}

const isBox = (element: Element) => isBlock(element) || element.localName === 'button'

const hasWords = (node: Node) =>
  node.nodeType !== Node.COMMENT_NODE && node.textContent?.trim() !== ''
