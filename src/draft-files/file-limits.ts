/** As much as a thousand long tasks; a browser reads it in a blink. */
export const MOST_FILE_CHARACTERS = 10_000_000

/** Longer YAML is refused: a hostile file of that length takes its parser two seconds, JSON an instant. */
export const MOST_YAML_CHARACTERS = 300_000

/** Hand-made files may be long, but nobody has more tasks than this in one. */
export const MOST_DRAFTS = 1_000
