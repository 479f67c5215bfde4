import type { ContentCheck } from '#html/parsed-text.ts'

/** Elements with an id that another one has already: links lead to the first alone. */
export const duplicateIds: ContentCheck = ({ fragment, placeOf }) => {
  const seen = new Set<string>()
  return [...fragment.querySelectorAll('[id]')].flatMap((element) => {
    const isFirst = !seen.has(element.id)
    seen.add(element.id)
    if (isFirst || element.id === '') return []
    return [
      {
        what: 'Anchor that is there twice',
        place: placeOf(element),
        advice: `Another element has the id “${element.id}” as well; links lead to the first alone.`,
      },
    ]
  })
}
