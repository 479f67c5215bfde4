import { serializeFragment } from '#html/parse/inert-document.ts'
import type { ContentCheck } from '#html/parse/parsed-text.ts'
import { formattingOfVisible, visibleMarkup } from './visible-markup.ts'

/** Tags that were pasted or escaped as text: participants would read them. */
export const visibleTags: ContentCheck = (text) => {
  const found = new Set(
    visibleMarkup(
      text
        .prose()
        .map(({ text: words }) => words)
        .join('\n'),
    ),
  )
  if (found.size === 0) return []
  const isSound = formattingOfVisible(serializeFragment(text.fragment)) !== null
  return text.prose().flatMap(({ block, text: words }) => {
    const [first] = [...found].filter((each) => words.includes(each))
    if (first === undefined) return []
    return {
      what: 'HTML that is shown as text',
      position: text.positionOf(block, words.slice(words.indexOf(first))),
      advice: `Participants would see tags, such as ${first}.`,
      ...(isSound && {
        fix: {
          label: 'Turn it into formatting',
          apply: (html: string) => formattingOfVisible(html) ?? html,
        },
      }),
    }
  })
}
