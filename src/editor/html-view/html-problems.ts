import type { Removed } from '#html/safety/take-out.ts'
import { markupProblems, type MarkupProblem } from '#html/checks/markup-problems.ts'
import { unsafeParts } from '#html/safety/unsafe-parts.ts'

export interface HtmlProblem {
  from: number
  to: number
  message: string
  /** An error is something that does not leave; a warning is read in another way than it is written. */
  severity: 'error' | 'warning'
}

/** Nobody reads more, and each is drawn. */
const MOST_PROBLEMS = 200

/** What is worth underlining in `html`, from which the sanitiser removed what is given. */
export function htmlProblems(html: string, removed: readonly Removed[]): HtmlProblem[] {
  return [
    ...markupProblems(html).map((problem) => underlined(problem, 'warning')),
    ...(removed.length > 0 ? unsafeParts(html, removed) : []).map((problem) =>
      underlined(problem, 'error'),
    ),
  ]
    .toSorted((one, other) => one.from - other.from)
    .slice(0, MOST_PROBLEMS)
}

function underlined(
  { start, end, message }: MarkupProblem,
  severity: HtmlProblem['severity'],
): HtmlProblem {
  return { from: start, to: end, message, severity }
}
