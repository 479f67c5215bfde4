import mammoth from 'mammoth'
import { NotADocument, textParts } from './word-package.ts'

/** Besides what the library reads by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
]

export type ConvertedDocument = { html: string; refusal: null } | { html: null; refusal: string }

/**
 * The text of a Word document as HTML that has yet to be cleaned. Pictures come as `<img>` without an
 * address. Never throws: a file that is no sound document comes back with the reason, which goes on
 * after "… was not inserted: ".
 */
export async function docxToHtml(file: ArrayBuffer): Promise<ConvertedDocument> {
  try {
    const parts = textParts(new Uint8Array(file))
    // Node, where tests run, takes it under the other name.
    const input = { arrayBuffer: parts, buffer: parts }
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      // A document is not to decide what its styles become.
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    return { html: value, refusal: null }
  } catch (error) {
    const refusal =
      error instanceof NotADocument
        ? error.message
        : 'it is damaged. Open it in Word and save it again.'
    return { html: null, refusal }
  }
}
