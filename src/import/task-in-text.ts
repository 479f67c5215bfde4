import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { isBlankHtml } from '#html/parse/blank.ts'
import { isStepsHeading } from '#html/words/steps-heading.ts'

/** A longer heading is a sentence of the text. */
const LONGEST_TITLE = 150

/**
 * The heading that a text begins with, as a task title, and the text without it. The title is '' and the
 * text stays whole when it begins with something else. Takes and gives clean HTML.
 */
export function titleIn(html: string): { title: string; rest: string } {
  const text = parseInert(html)
  const [first, ...others] = text.children
  const title = wordsOf(first)
  const isTitle = first && /^h[1-6]$/.test(first.localName) && title.length <= LONGEST_TITLE
  if (!isTitle || title === '' || others.length === 0 || isStepsHeading(title)) {
    return { title: '', rest: html }
  }
  first.remove()
  const rest = serializeFragment(text).trim()
  return isBlankHtml(rest) ? { title: '', rest: html } : { title, rest }
}

/**
 * Where a text begins to say what to do: the words of the heading ("Procedure"), the HTML before it and
 * the HTML from it on. Null when no heading does, or when nothing would be left before it. Takes and
 * gives clean HTML.
 */
export function stepsIn(html: string): { name: string; before: string; after: string } | null {
  const before = parseInert(html)
  const blocks = [...before.children]
  const at = blocks.findIndex((block) => isHeading(block) && isStepsHeading(wordsOf(block)))
  if (at < 0 || at === blocks.length - 1) return null
  const after = before.ownerDocument.createDocumentFragment()
  after.append(...blocks.slice(at))
  const introduction = serializeFragment(before).trim()
  if (isBlankHtml(introduction)) return null
  const name = wordsOf(blocks[at]).replace(/[:.]$/, '')
  return { name, before: introduction, after: serializeFragment(after).trim() }
}

/** A heading, or a short bold paragraph that stands for one. */
function isHeading(block: Element): boolean {
  if (/^h[1-6]$/.test(block.localName)) return true
  const words = wordsOf(block)
  const bold = [...block.querySelectorAll('strong, b')].map(wordsOf).join(' ')
  return block.localName === 'p' && words.length <= 60 && bold === words
}

function wordsOf(block: Element | undefined) {
  return block?.textContent.replace(/\s+/g, ' ').trim() ?? ''
}
