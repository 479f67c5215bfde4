import type { BatchItem } from '#contract/questions/question-item.ts'

/** A text as somebody copies it, and what they mean by it, a line an item as `outlineOf` writes it. */
export type Questionnaire = { name: string; pasted: string; means: readonly string[] }

/**
 * What was read, a line an item: `one`, `scale`, `any` or `up to 3` with the labels in brackets; `text`
 * and `number` for what is written; `heading` and `words` for what is only read. Lines that were not
 * understood come last, after `??`. A help text is in braces.
 */
export function outlineOf(read: { items: BatchItem[]; notUnderstood: string[] }): string[] {
  return [...read.items.map(lineOf), ...read.notUnderstood.map((line) => `?? ${line}`)]
}

function lineOf(item: BatchItem): string {
  if (item.type === 'rich_text') {
    const kind = item.content.startsWith('<h2>') ? 'heading' : 'words'
    return `${kind}: ${item.content
      .replaceAll('</p><p>', ' / ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')}`
  }
  if (item.type === 'free_text') {
    const { validation: rule } = item
    const kind = rule?.type === 'number' ? `number ${rule.min} to ${rule.max}` : 'text'
    return `${kind}: ${item.description}${helpOf(item)}`
  }
  if (item.type !== 'multiple_choice') return `unexpected: ${item.type}`
  const { answer_limit: limit, options } = item
  const labels = options.map(({ label, exclusive }) => (exclusive ? `${label} (alone)` : label))
  const points = options.every(({ value }) => /^-?\d+$/.test(String(value)))
  const one = points ? 'scale' : 'one'
  const kind = limit === 1 ? one : limit === -1 ? 'any' : `up to ${limit}`
  return `${kind}: ${item.description} [${labels.join(' | ')}]${helpOf(item)}`
}

function helpOf({ helper_text: help }: { helper_text?: string | undefined }) {
  return help === undefined ? '' : ` {${help}}`
}
