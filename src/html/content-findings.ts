import { allCapitals } from './content-checks/all-capitals.ts'
import { alternativeText } from './content-checks/alternative-text.ts'
import { contrast } from './content-checks/contrast.ts'
import { duplicateIds } from './content-checks/duplicate-ids.ts'
import { emptyHeadings } from './content-checks/empty-headings.ts'
import { emptyLinks } from './content-checks/empty-links.ts'
import { fakeHeadings } from './content-checks/fake-headings.ts'
import { headingOrder } from './content-checks/heading-order.ts'
import { httpLinks } from './content-checks/http-links.ts'
import { longParagraphs } from './content-checks/long-paragraphs.ts'
import { placeholders } from './content-checks/placeholders.ts'
import { tableHeaders } from './content-checks/table-headers.ts'
import { textDirection } from './content-checks/text-direction.ts'
import { typedLists } from './content-checks/typed-lists.ts'
import { vagueLinks } from './content-checks/vague-links.ts'
import { visibleTags } from './content-checks/visible-markup.ts'
import type { ContentCheck, Finding, ParsedText } from './parsed-text.ts'

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
