import { allCapitals, longParagraphs } from './hard-to-read.ts'
import { duplicateIds, tableHeaders } from './page-structure.ts'
import { emptyLinks, httpLinks, vagueLinks } from './links.ts'
import { emptyHeadings, fakeHeadings, headingOrder } from './headings.ts'
import { alternativeText } from './alternative-text.ts'
import { contrast } from './contrast.ts'
import { placeholders } from './placeholders.ts'
import { textDirection } from './text-direction.ts'
import { typedLists } from './typed-lists.ts'
import { visibleTags } from './visible-tags.ts'
import type { ContentCheck, Finding, ParsedText } from '#html/parse/parsed-text.ts'

/** In the order in which they matter to a participant. */
const checks: readonly ContentCheck[] = [
  visibleTags,
  placeholders,
  typedLists,
  alternativeText,
  emptyLinks,
  vagueLinks,
  httpLinks,
  headingOrder,
  emptyHeadings,
  fakeHeadings,
  tableHeaders,
  contrast,
  allCapitals,
  longParagraphs,
  textDirection,
  duplicateIds,
]

/** All that may be worth a look in a text, whatever Prolific keeps. None of it is a reason not to send. */
export function contentFindings(text: ParsedText): Finding[] {
  return checks.flatMap((check) => check(text))
}
