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
