import { UnreadText, type FormattedText } from '#html/parse/unread-text.ts'

export type HandOver<Name extends string> = ReturnType<typeof createHandOver<Name>>

/** The way to have the texts of a form hand over at once what was typed last. */
export function createHandOver<Name extends string>() {
  const texts = new Map<Name, () => boolean>()
  return {
    /** Takes a text's own `flush`; returns how to withdraw it. */
    register: (name: Name, flush: () => boolean) => {
      texts.set(name, flush)
      return () => {
        if (texts.get(name) === flush) texts.delete(name)
      }
    },
    /** Asks all of them. Returns those that could not be handed over; one stops no other. */
    flush: (): Name[] => [...texts].filter(([, flush]) => !succeeds(flush)).map(([name]) => name),
  }
}

function succeeds(flush: () => boolean) {
  try {
    return flush()
  } catch {
    return false
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
