const LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTERS = new RegExp(LETTER, 'gu')

/** Whether a text has letters that are written from right to left. */
export function holdsRightToLeft(text: string): boolean {
  return LETTER.test(text)
}

/** The direction that a text begins in, by its first letter; null when it has none. */
export function directionOf(text: string): 'rtl' | 'ltr' | null {
  const [first] = /\p{L}/u.exec(text) ?? []
  if (first === undefined) return null
  return LETTER.test(first) ? 'rtl' : 'ltr'
}

/** How many letters of a text are written from right to left. */
export function countRightToLeft(text: string): number {
  return text.match(LETTERS)?.length ?? 0
}
