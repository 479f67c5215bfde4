import type { TaskDetails } from '#contract/batch.ts'
import type { PracticeFaultId } from '#contract/practice-faults.ts'
import { profiles } from '#html/profiles.ts'
import { scanHtml } from '#html/scan-html.ts'

/**
 * The texts as they are stored: byte for byte as they came, unless the batch name asks to rehearse a
 * place that keeps only the formatting Prolific publishes. The title is no HTML in practice.
 */
export function storedTexts(texts: TaskDetails, fault: PracticeFaultId | undefined): TaskDetails {
  if (fault !== 'stored-stripped') return texts
  return {
    ...texts,
    task_introduction: stripped(texts.task_introduction),
    task_steps: stripped(texts.task_steps),
  }
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
