import { UnreadText, type FormattedText } from '#html/unread-text.ts'

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
