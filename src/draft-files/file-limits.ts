/** As much as a thousand long tasks; a browser reads it in a blink. */
export const MOST_FILE_CHARACTERS = 10_000_000
