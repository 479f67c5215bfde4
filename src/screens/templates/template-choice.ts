import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'
import type { OwnTemplate } from '#drafts/store/templates.ts'
import type { ReadyTemplate } from '#drafts/templates/ready-template.ts'
import type { BatchItems } from '#contract/questions/batch-items.ts'

/** A template as the gallery shows it, wherever it is from. */
export type TemplateChoice = {
  /** Its id in the address; no two are the same. */
  id: string
  name: string
  description: string
  tags: readonly string[]
  texts: DraftTexts
  /** The fields of a dataset that its questions show. */
  fields: readonly string[]
  /** As it is kept; null for those that everybody finds. */
  own: OwnTemplate | null
}

/** A task that came with the app. Its questions become text, as people write them. */
export function choiceOfReady(template: ReadyTemplate): TemplateChoice {
  const { id, name, description, tags, texts, questions } = template
  return {
    id,
    name,
    description,
    tags,
    texts: { ...blankTexts, ...texts, questions: JSON.stringify(questions, null, 2) },
    fields: fieldsShown(questions),
    own: null,
  }
}

/** A task that somebody keeps here. */
export function choiceOfOwn(own: OwnTemplate): TemplateChoice {
  return {
    id: own.id,
    name: own.name,
    description: own.texts.taskTitle,
    tags: [],
    texts: own.texts,
    fields: [],
    own,
  }
}

/** The fields of a dataset that questions show, each once, in the order of the screen. */
export function fieldsShown(questions: BatchItems): string[] {
  const items = questions.flatMap(({ rows }) =>
    rows.flatMap(({ columns }) => columns.flatMap((column) => column.items)),
  )
  return [...new Set(items.flatMap((item) => (item.type === 'dataset_field' ? [item.field] : [])))]
}
