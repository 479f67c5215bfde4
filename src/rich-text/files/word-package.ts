import { unzipSync, zipSync, type Unzipped } from 'fflate'

/** Thrown for a file that is no sound Word document, with what to do about it. */
export class NotADocument extends Error {
  override readonly name = 'NotADocument'
}

/** What the text of the longest task needs many times over. */
const MOST_UNPACKED_BYTES = 20_000_000
const MOST_ENTRIES = 5_000

/** What the text is made of. Pictures, fonts, macros and whatever else is in there are never unpacked. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/

/**
 * A Word document with nothing in it but the parts that hold its text, written anew. What would unpack
 * to more than a text can be is refused before it is unpacked. Throws `NotADocument`.
 */
export function textParts(file: Uint8Array<ArrayBuffer>): ArrayBuffer {
  assertZip(file)
  const parts = unpacked(file)
  if (!('word/document.xml' in parts)) {
    throw new NotADocument('it is no Word document. Open it in Word and save it as .docx.')
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
      : 'it is no Word document, whatever its name says.',
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
