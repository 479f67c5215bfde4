import { scanHtml } from '#html/parse/scan-html.ts'

export interface ReadingTime {
  words: number
  /** Whole minutes, at least 1 unless there are no words. */
  minutes: number
}

const WORDS_PER_MINUTE = 200

/** Elements that do not part words: `<b>S</b>tep` is one word. Every other tag is a gap. */
const WITHIN_WORDS = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** How much there is to read in `html`, at about 200 words a minute. */
export function readingTime(html: string): ReadingTime {
  let text = ''
  for (const { kind, name, start, end } of scanHtml(html)) {
    if (kind === 'text') text += html.slice(start, end)
    else if (!WITHIN_WORDS.has(name) && kind !== 'hidden') text += ' '
  }
  const words =
    text
      .replace(/&(?:nbsp|ensp|emsp|thinsp);?/g, ' ')
      .replace(/&#?\w+;/g, '’')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._-]*/gu)?.length ?? 0
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE)) }
}
