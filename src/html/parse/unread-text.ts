/** The texts of a task that are written as HTML. */
export type FormattedText = 'introduction' | 'steps'

/** Thrown instead of sending a text that could not be cleaned. Nothing is lost: the caller has the text. */
export class UnreadText extends Error {
  override readonly name = 'UnreadText'
  readonly text: FormattedText

  constructor(text: FormattedText, options?: ErrorOptions) {
    super('Part of this text cannot be read, so it is not sent.', options)
    this.text = text
  }
}

type SetError = (
  text: FormattedText,
  error: { type: string; message: string },
  options: { shouldFocus: boolean },
) => void

/** Says at the field of each of `texts` that it cannot be read, and goes to the first. */
export function showUnread(setError: SetError, texts: readonly FormattedText[]): void {
  texts.forEach((text, index) => {
    const { message } = new UnreadText(text)
    setError(text, { type: 'unread', message }, { shouldFocus: index === 0 })
  })
}
