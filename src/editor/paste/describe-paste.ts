import { counted } from '#ui/counted.ts'
import type { PasteReport } from './paste-report.ts'

/**
 * What a reader should know about a clean-up, as sentences; '' when nothing was lost. Of a file, whose
 * text nobody has seen before, at least that it is there.
 */
export function pasteWords(report: PasteReport, file?: string): string {
  const { source } = report
  const said = changeWords(report)
  if (file !== undefined) return [`“${file}” was inserted.`, ...said].join(' ')
  if (said.length === 0) return ''
  return [
    source === null || source === 'Markdown' ? 'Pasted.' : `Pasted from ${source}.`,
    ...said,
  ].join(' ')
}

/** What a clean-up changed or left out, a sentence each. */
export function changeWords(report: PasteReport): string[] {
  const { source, lists, pictures, links, comments, deletions, looks, fallback } = report
  const { formulas, spelledFormulas, drawings } = report
  return [
    lists > 0 && `${counted(lists, 'list')} ${source === null ? 'recognized' : 'rebuilt'}.`,
    pictures > 0 &&
      `${counted(pictures, 'picture')} ${were(pictures)} left out: Prolific needs a web address for each.`,
    drawings > 0 &&
      `${counted(drawings, 'drawing')} with text ${were(drawings)} left out: type the text where you need it.`,
    links > 0 &&
      `${counted(links, 'link')} ${were(links)} removed, but ${links === 1 ? 'its' : 'their'} words were kept: only web addresses work for participants.`,
    comments > 0 && `${counted(comments, 'comment')} ${were(comments)} left out.`,
    deletions > 0 &&
      `${counted(deletions, 'passage')} deleted in tracked changes ${were(deletions)} left out.`,
    formulas > 0 && `${counted(formulas, 'formula')} ${were(formulas)} kept as TeX.`,
    spelledFormulas > 0 &&
      `${counted(spelledFormulas, 'formula')} ${were(spelledFormulas)} written on one line. Please check.`,
    looks && 'Colors were left out.',
    fallback === 'html' && 'Lists were left as they were, so that no words are lost.',
    fallback === 'text' &&
      'With its formatting, it is too long for the editor, so only the words were pasted.',
    source === 'Markdown' && 'Markdown was converted.',
  ].filter((sentence) => typeof sentence === 'string')
}

const were = (count: number) => (count === 1 ? 'was' : 'were')
