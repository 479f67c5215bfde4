import mammoth from 'mammoth'
import { unzipSync, zipSync, type Unzipped } from 'fflate'

/** Thrown for a file that is no sound Word document, with what to do about it. */
class NotADocument extends Error {
  override readonly name = 'NotADocument'
}

/** What the text of the longest task needs many times over. */
const MOST_UNPACKED_BYTES = 20_000_000

const MOST_ENTRIES = 5_000

/** What the text is made of. Pictures, fonts, macros and whatever else is in there are never unpacked. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/

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

/**
 * A Word document with nothing in it but the parts that hold its text, written anew. What would unpack
 * to more than a text can be is refused before it is unpacked. Throws `NotADocument`.
 */
function textParts(file: Uint8Array<ArrayBuffer>): ArrayBuffer {
  assertZip(file)
  const parts = unpacked(file)
  if (!('word/document.xml' in parts)) {
    throw new NotADocument('it is not a Word document. Open it in Word and save it as .docx.')
  }
  return zipSync(parts, { level: 0 }).buffer
}

function assertZip(file: Uint8Array) {
  const [first, second] = file
  if (first === 0x50 && second === 0x4b) return
  // The container of old Word files, and of those with a password.
  throw new NotADocument(
    first === 0xd0 && second === 0xcf
      ? 'it is an old Word file or has a password. Save it as .docx without a password.'
      : 'it is not a Word document, despite its name.',
  )
}

function unpacked(file: Uint8Array): Unzipped {
  let bytes = 0
  let entries = 0
  try {
    return unzipSync(file, {
      filter({ name, originalSize }) {
        entries += 1
        if (entries > MOST_ENTRIES || leadsOut(name)) throw damaged()
        if (!NEEDED.test(name)) return false
        bytes += originalSize
        if (bytes > MOST_UNPACKED_BYTES) {
          throw new NotADocument('its text is far too long. Split it into smaller documents.')
        }
        return true
      },
    })
  } catch (error) {
    throw error instanceof NotADocument ? error : damaged()
  }
}

/** Whether a name would lie outside of the folder that a zip is unpacked to; Word writes no such names. */
function leadsOut(name: string) {
  return /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name)
}

function damaged() {
  return new NotADocument('it is damaged. Open it in Word and save it again.')
}
