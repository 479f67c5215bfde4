import { markupProblems, type MarkupProblem } from '#html/markup-problems.ts'
import { unsafeParts } from '#html/unsafe-parts.ts'

export interface HtmlProblem {
  from: number
  to: number
  message: string
  /** An error is something that does not leave; a warning is read in another way than it is written. */
  severity: 'error' | 'warning'
}

/** What is worth underlining in `html`, of which it is known whether it holds anything unsafe. */
export function htmlProblems(html: string, isUnsafe: boolean): HtmlProblem[] {
  return [
    ...markupProblems(html).map((problem) => underlined(problem, 'warning')),
    ...(isUnsafe ? unsafeParts(html) : []).map((problem) => underlined(problem, 'error')),
  ].toSorted((one, other) => one.from - other.from)
}

function underlined(
  { start, end, message }: MarkupProblem,
  severity: HtmlProblem['severity'],
): HtmlProblem {
  return { from: start, to: end, message, severity }
}
