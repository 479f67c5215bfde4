const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/**
 * A line of text without the escapes that an HTML serializer writes: `&` for `&amp;`, and the same for the
 * two brackets. Prolific was seen to keep what it was sent in that form, so a line is compared and
 * searched without them. Each escape is taken away once.
 */
export const withoutEscapes = (line: string) =>
  line.replaceAll(/&(?:amp|lt|gt);/g, (escape) => characters[escape] ?? escape)

/** Whether two lines of text say the same, whichever of them has its `&`, `<` and `>` escaped. */
export const sameLine = (one: string, other: string) =>
  one === other || withoutEscapes(one) === withoutEscapes(other)
