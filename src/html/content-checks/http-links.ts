import type { ContentCheck } from '#html/parsed-text.ts'

/** Addresses that begin with `http:`: not encrypted, and some browsers warn of them. */
export const httpLinks: ContentCheck = ({ fragment, placeOf }) =>
  [...fragment.querySelectorAll('a[href^="http:" i]')].map((link) => ({
    what: 'Link that is not secure',
    place: placeOf(link, link.getAttribute('href') ?? ''),
    advice: 'It begins with http:. Use https: if the site has it; browsers warn of the other.',
  }))
