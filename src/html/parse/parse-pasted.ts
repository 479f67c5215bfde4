import { parseInert } from './inert-document.ts'
import { MAX_PASTE_LENGTH, TextTooLarge } from './limits.ts'
import { flatten } from '#html/safety/sanitize.ts'

/**
 * Parses HTML from a clipboard for the paste clean-up, which needs the style sheets and comments that
 * the sanitiser removes. Nothing in it runs or loads, and it is never too deep to walk; but it is not
 * clean: what is made of it has to go through `cleanHtml`. Pictures inside the HTML lose their data.
 * Throws `TextTooLarge` beyond `MAX_PASTE_LENGTH`.
 */
export function parsePasted(html: string): DocumentFragment {
  const slim = html.length > MAX_PASTE_LENGTH / 8 ? withoutPictureData(html) : html
  if (slim.length > MAX_PASTE_LENGTH) throw new TextTooLarge(slim.length)
  const fragment = parseInert(slim)
  flatten(fragment)
  return fragment
}

function withoutPictureData(html: string): string {
  return html.replaceAll(/data:image\/[\w.+-]+;base64,[\w+/=]+/g, 'data:image/png;base64,')
}
