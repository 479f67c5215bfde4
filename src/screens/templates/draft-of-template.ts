import type { Backend } from '#contract/app-config.ts'
import { withoutEnvironmentIds } from '#drafts/store/draft-texts.ts'
import { type NewDraft, addDraft } from '#drafts/store/drafts.ts'
import type { TemplateChoice } from './template-choice.ts'
import { useState } from 'react'
import { useOnce } from '#ui/use-once.ts'
import { useLocation } from 'wouter'

/**
 * A new draft with the texts of a template. Ids that were chosen in the other place mean nothing here;
 * in Practice a dataset is chosen that has the fields which the questions show.
 */
export function draftOfTemplate(
  { texts, fields, own }: TemplateChoice,
  backend: Backend,
): NewDraft {
  const { place: environment, datasets } = backend
  const elsewhere = own !== null && own.place !== environment
  const fitting = datasets.find((dataset) =>
    fields.every((field) => dataset.fields?.includes(field)),
  )
  return {
    // It goes by its batch name, which is the researcher's to change.
    name: '',
    place: environment,
    texts: {
      ...(elsewhere ? withoutEnvironmentIds(texts) : texts),
      ...(fields.length > 0 && { datasetId: fitting?.id ?? '' }),
    },
  }
}

/** Makes a draft of a template and opens it. A second press while it is being made does nothing. */
export function useStartDraft(backend: Backend) {
  const [, navigate] = useLocation()
  const { once } = useOnce()
  const [failed, setFailed] = useState(false)
  return {
    start: (choice: TemplateChoice) =>
      once(async () => {
        setFailed(false)
        try {
          const id = await addDraft(draftOfTemplate(choice, backend))
          navigate(`/${backend.place}/new?draft=${id}`)
        } catch {
          setFailed(true)
        }
      }),
    failed,
  }
}
