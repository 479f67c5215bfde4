import { readableLines } from '#html/words/readable-text.ts'
import { showableBlock } from '#html/show/showable-block.ts'
import type { KindFacts, WrittenItem } from '#questions/kinds/kind-facts.ts'
import { asWords } from '#questions/words/as-words.ts'

/** Text between the questions. */
export const richText: KindFacts = {
  type: 'rich_text',
  name: 'Text',
  fresh: () => ({ type: 'rich_text', content: '' }),
  words: richTextWords,
}

function richTextWords({ content, content_format }: WrittenItem) {
  // Markdown reads well as it is written, and which kind of it Prolific knows is not documented.
  if (typeof content !== 'string' || content_format === 'markdown') return asWords(content)
  return readableLines(
    showableBlock({ html: content }, { imageHosts: [], kept: null, marked: null }),
  )
}
