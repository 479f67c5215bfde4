import type { Backend } from '#contract/app-config.ts'
import type { NewDraft } from '#storage/drafts.ts'
import type { TemplateChoice } from './template-choice.ts'

/**
 * A new draft with the texts of a template. Ids that were chosen in the other place mean nothing here;
 * in Practice a dataset is chosen that has the fields which the questions show.
 */
export function draftOfTemplate(
  { texts, fields, own }: TemplateChoice,
  backend: Backend,
): NewDraft {
  const { place, datasets } = backend
  const elsewhere = own !== null && own.place !== place
  const fitting = datasets.find((dataset) =>
    fields.every((field) => dataset.fields?.includes(field)),
  )
  return {
    // It goes by its batch name, which is the researcher's to change.
    name: '',
    place,
    texts: {
      ...texts,
      ...(elsewhere && { workspaceId: '', datasetId: '' }),
      ...(fields.length > 0 && { datasetId: fitting?.id ?? '' }),
    },
  }
}
