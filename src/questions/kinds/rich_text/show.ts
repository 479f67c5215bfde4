import { Marked } from 'marked'
import { showableBlock } from '#html/show/showable-block.ts'
import { element, theirs, type Item } from '#questions/kinds/elements.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { asWords } from '#questions/words/as-words.ts'

const reader = new Marked({ gfm: true })

/** A formatted text, cleaned like every other one. The service makes HTML of Markdown, and so does this. */
export function showRichText(item: Item, { imageHosts }: ShowContext): HTMLElement {
  const { content, content_format } = item
  if (typeof content !== 'string') return theirs('div', 'plain', asWords(content))
  const html = content_format === 'markdown' ? htmlOfMarkdown(content) : content
  // Markdown that cannot be read is there as it is written.
  if (html === null) return theirs('div', 'plain', content)
  const treatment = { imageHosts: [...imageHosts], kept: null, marked: null }
  return element('div', 'text', showableBlock({ html }, treatment))
}

function htmlOfMarkdown(markdown: string): string | null {
  try {
    return reader.parse(markdown, { async: false })
  } catch {
    return null
  }
}
