import { hasMembers } from '#contract/json-value.ts'
import { itemsOf, typeOf, type LayoutPage } from '#questions/layout/read-layout.ts'
import { labelsOf, textOf } from './finding.ts'

/* Rough figures for careful reading and for answering; whoever shows them says that they are estimates. */
const WORDS_A_SECOND = 230 / 60
const CHARACTERS_A_SECOND = 3
const SECONDS_TO_ANSWER: Readonly<Record<string, number>> = {
  image: 4,
  free_text: 25,
  free_text_with_unit: 10,
  multiple_choice: 4,
  multiple_choice_with_free_text: 25,
  file_upload: 45,
  star_rating: 4,
  video_narration: 120,
}
/** For a column whose values are not known. */
const WORDS_OF_A_COLUMN = 60

/**
 * About how many seconds a careful participant takes for one item, on the pages that are shown for each.
 *
 * @param wordsOf about how many words a column has in one item; undefined where that is not known
 */
export function secondsPerItem(
  pages: readonly LayoutPage[],
  wordsOf: (column: string) => number | undefined = () => undefined,
): number {
  const shown = itemsOf(pages.filter(({ position }) => position === 'body'))
  return shown.reduce((sum, { item }) => sum + secondsOf(item, wordsOf), 0)
}

/** "About 40 seconds", "About 3 minutes"; in steps that do not look more exact than they are. */
export function aboutHowLong(seconds: number): string {
  if (seconds < 90) return `About ${Math.max(5, Math.round(seconds / 5) * 5)} seconds`
  return `About ${Math.round(seconds / 60)} minutes`
}

function secondsOf(item: unknown, wordsOf: (column: string) => number | undefined) {
  const type = typeOf(item)
  if (type === 'dataset_field') {
    return (wordsOf(textOf(item, 'field')) ?? WORDS_OF_A_COLUMN) / WORDS_A_SECOND
  }
  const labels = labelsOf(item)
  const text = ['description', 'helper_text', 'content', 'caption'].map((name) =>
    textOf(item, name),
  )
  const words = [...text, ...labels].join(' ').replaceAll(/<[^>]*>/g, ' ')
  const reading = (words.match(/\S+/g)?.length ?? 0) / WORDS_A_SECOND
  return reading + Math.max(SECONDS_TO_ANSWER[type] ?? 0, leastTyping(item))
}

/** How long it takes to type the shortest text that is accepted. */
function leastTyping(item: unknown) {
  const validation = hasMembers(item) ? item['validation'] : null
  const least = hasMembers(validation) && validation['type'] === 'string' ? validation['min'] : 0
  return typeof least === 'number' ? least / CHARACTERS_A_SECOND : 0
}
