import type { BatchItem } from '#contract/questions/question-item.ts'
import type { BatchItems } from '#contract/questions/batch-items.ts'

/* The API's `batch_items` in fewer words; they go out as they are built here. */

type Page = BatchItems[number]
type Row = Page['rows'][number]

/** One screen, shown once for each item of the dataset. */
export function page(...rows: Row[]): Page {
  return { rows }
}

/** One screen with nothing but a text, shown once before the first item. */
export function pageBefore(html: string): Page {
  return { display_position: 'intro', rows: [row(words(html))] }
}

/** Things one below the other. */
export function row(...items: BatchItem[]): Row {
  return { columns: [{ items }] }
}

/** Two things next to each other, where the screen is wide enough. */
export function sideBySide(left: BatchItem, right: BatchItem): Row {
  return { columns: [{ items: [left] }, { items: [right] }] }
}

/** A text between the questions, as HTML. */
export function words(html: string): BatchItem {
  return { type: 'rich_text', content: html }
}

/** A field of the dataset. */
export function field(name: string): BatchItem {
  return { type: 'dataset_field', field: name }
}

/** A question with one answer, from values and what they are called; all are seen at once. */
export function chooseOne(
  description: string,
  answers: Readonly<Record<string, string>>,
  helper?: string,
): BatchItem {
  return choice(description, answers, 1, helper)
}

/** A question with any number of answers. */
export function chooseAny(
  description: string,
  answers: Readonly<Record<string, string>>,
  helper?: string,
): BatchItem {
  return choice(description, answers, -1, helper)
}

/** A question that is answered in words, at most so many characters. */
export function write(description: string, max: number, helper?: string): BatchItem {
  return {
    type: 'free_text',
    description,
    ...(helper !== undefined && { helper_text: helper }),
    validation: { type: 'string', max },
  }
}

function choice(
  description: string,
  answers: Readonly<Record<string, string>>,
  answer_limit: number,
  helper?: string,
): BatchItem {
  const options = Object.entries(answers).map(([value, label]) => ({ label, value }))
  return {
    type: 'multiple_choice',
    description,
    ...(helper !== undefined && { helper_text: helper }),
    answer_limit,
    disable_dropdown: true,
    options,
  }
}
