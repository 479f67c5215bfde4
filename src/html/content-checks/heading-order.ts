import type { ContentCheck } from '#html/parsed-text.ts'

/** Headings that skip a level, such as a small heading right below a title. */
export const headingOrder: ContentCheck = ({ fragment, placeOf }) => {
  let above = 0
  return [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap((heading) => {
    const level = Number(heading.localName.slice(1))
    const skips = above > 0 && level > above + 1
    const advice = `A heading of level ${level} follows one of level ${above}; screen readers announce the gap.`
    above = level
    return skips ? [{ what: 'Heading that skips a level', place: placeOf(heading), advice }] : []
  })
}
