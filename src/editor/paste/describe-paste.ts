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
  return [source === null ? 'Pasted.' : `Pasted from ${source}.`, ...said].join(' ')
}

/** What a clean-up changed or left out, a sentence each. */
export function changeWords(report: PasteReport): string[] {
  const { source, lists, pictures, links, comments, deletions, looks, fallback } = report
  const { formulas, spelledFormulas, drawings } = report
  return [
    lists > 0 && `${counted(lists, 'list')} ${source === null ? 'recognised' : 'rebuilt'}.`,
    pictures > 0 &&
      `${counted(pictures, 'picture')} ${were(pictures)} left out: Prolific needs a web address for each.`,
    drawings > 0 &&
      `${counted(drawings, 'drawing')} with words ${were(drawings)} left out: type ${drawings === 1 ? 'its' : 'their'} words where they are needed.`,
    links > 0 &&
      `${counted(links, 'link')} ${were(links)} left out and ${links === 1 ? 'its' : 'their'} words kept: only web addresses work for participants.`,
    comments > 0 && `${counted(comments, 'comment')} ${were(comments)} left out.`,
    deletions > 0 &&
      `${counted(deletions, 'passage')} that tracked changes had deleted ${were(deletions)} left out.`,
    formulas > 0 && `${counted(formulas, 'formula')} ${were(formulas)} kept as TeX.`,
    spelledFormulas > 0 &&
      `${counted(spelledFormulas, 'formula')} ${were(spelledFormulas)} written in one line: please check.`,
    looks && 'Colours were left out.',
    fallback === 'html' && 'Its lists were left as they are, so that no words get lost.',
    fallback === 'text' &&
      'It is too long for the editor with its formatting: only the words were pasted.',
    source === 'Markdown' && 'Its signs became formatting.',
  ].filter((sentence) => typeof sentence === 'string')
}

const were = (count: number) => (count === 1 ? 'was' : 'were')
