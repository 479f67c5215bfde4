import type { TaskDetails } from '#contract/task-details.ts'
import type { PracticeFaultId } from '#contract/practice-faults.ts'
import { profiles } from '#html/profile/profiles.ts'
import { scanHtml } from '#html/parse/scan-html.ts'

/**
 * The texts as they are stored: byte for byte as they came, unless the batch name asks to rehearse a
 * place that keeps only the formatting Prolific publishes, or one that writes `&amp;` for `&`, as
 * Prolific was seen to do with the texts of a dataset. The title is no HTML in practice.
 */
export function storedTexts(texts: TaskDetails, fault: PracticeFaultId | undefined): TaskDetails {
  const stored = storing(fault)
  return {
    ...texts,
    task_introduction: stored(texts.task_introduction),
    task_steps: stored(texts.task_steps),
  }
}

function storing(fault: PracticeFaultId | undefined) {
  if (fault === 'stored-stripped') return stripped
  return fault === 'stored-escaped' ? escaped : (html: string) => html
}

/**
 * HTML that means the same, with `&amp;` for `&`. One that could begin a character reference, of which
 * the shortest have two letters and need no semicolon, is left as it is.
 */
function escaped(html: string) {
  let written = ''
  for (const { kind, start, end } of scanHtml(html)) {
    const part = html.slice(start, end)
    written += kind === 'hidden' ? part : part.replace(/&(?!#|[a-z][a-z\d])/gi, '&amp;')
  }
  return written
}

/** HTML with only the published elements, without attributes; the words of the others stay. */
function stripped(html: string) {
  const { tags } = profiles.published
  let kept = ''
  for (const { kind, name, start, end } of scanHtml(html)) {
    if (kind === 'text') kept += html.slice(start, end)
    else if (kind === 'open' && tags.has(name)) kept += `<${name}>`
    else if (kind === 'close' && tags.has(name)) kept += `</${name}>`
  }
  return kept
}
