/** A placeholder in a line of words, and where it begins. */
export interface OpenPlaceholder {
  words: string
  index: number
}

const MARKED = /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>|\bLorem ipsum\b/gi

/**
 * Square brackets hold citations, asides and keys as well: only what asks to be filled in counts. That
 * is "your …"; a verb that says so with its object ("[Enter]" is a key); or a noun for what a
 * researcher fills in, with a few words at most. A link of Markdown goes on with another bracket.
 */
const BRACKETED =
  /\[(?:your\s|(?:insert|enter|add|replace|choose|name of)\s|fill in\b|(?:researcher|institution|university|department|organi[sz]ation|company|lab|study|contact|address|email|e-mail|phone|link|url|date|time|minutes|hours|amount|reward|number|title|name|language|country|placeholder|tbd|todo|xx+)\b(?=[^\]]{0,20}\]))[^[\]\n]{0,60}\](?![([])/gi

/** Of these nouns, what names a certain one ("[study 2]") or says that it was taken out. */
const SETTLED =
  /\d|\b(?:removed|redacted|withheld|omitted|deleted|hidden|unclear|inaudible|unknown)\b/i

/** Every placeholder in `words` that is still to be filled in, in order. */
export function openPlaceholdersIn(words: string): OpenPlaceholder[] {
  // Most lines have none, and this runs with every key.
  if (!/[[{<]|lorem/i.test(words)) return []
  const found = [
    ...words.matchAll(MARKED),
    ...[...words.matchAll(BRACKETED)].filter(([bracketed]) => !SETTLED.test(bracketed)),
  ]
  return found
    .map(({ 0: placeholder, index }) => ({ words: placeholder, index }))
    .toSorted((a, b) => a.index - b.index)
}
