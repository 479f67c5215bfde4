/** The longest task text, in bytes as sent (UTF-8). Beyond it the editor is no longer pleasant: a key takes 0.2 s. */
export const MAX_TEXT_BYTES = 512 * 1024

/**
 * The longest HTML that is read from a clipboard, in characters and without the pictures inside it.
 * Word writes ten times as much as it means; what comes out of the clean-up has the limit of any text.
 */
export const MAX_PASTE_LENGTH = 4 * 1024 * 1024

/** Elements inside each other. Browsers crash at about 3,000; people write fewer than 20. */
export const MAX_DEPTH = 100

/** Columns or rows that one cell may span: `colspan="10000000"` freezes a tab for 20 seconds. */
export const MAX_SPAN = 100

/** Thrown instead of parsing a text beyond `MAX_TEXT_BYTES`. Nothing is lost: the caller has the text. */
export class TextTooLarge extends Error {
  override readonly name = 'TextTooLarge'

  constructor(bytes: number) {
    super(
      `This text is ${Math.ceil(bytes / 1024)} KB long. The editor can hold ${MAX_TEXT_BYTES / 1024} KB.`,
    )
  }
}

/** Throws `TextTooLarge` when `html` is longer than `MAX_TEXT_BYTES`. */
export function assertReadableSize(html: string): void {
  // A character takes one to three bytes, so most texts need no counting.
  if (html.length * 3 <= MAX_TEXT_BYTES) return
  const bytes = byteLength(html)
  if (bytes > MAX_TEXT_BYTES) throw new TextTooLarge(bytes)
}

/** Bytes of a text as it is sent (UTF-8). */
export function byteLength(text: string) {
  return new TextEncoder().encode(text).length
}
