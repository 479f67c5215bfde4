/** A text whose lines end in line feeds, whatever system or program they come from. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
}
