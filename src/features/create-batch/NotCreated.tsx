import type { ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { fieldNames, type FieldName } from '#storage/draft-fields.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'

type NotCreatedProps = {
  failure: ApiFailure
  /** The place's name, for example "Prolific". */
  place: string
  /** The fields that the refusal is about. */
  fields: readonly FieldName[]
  onGoTo: (field: FieldName) => void
}

/** A clear no: nothing was created, nothing was lost, and what to do now. */
export function NotCreated({ failure, place, fields, onGoTo }: NotCreatedProps) {
  const { title, sentence, quote } = explainFailure(failure, place)
  return (
    <Notice
      tone="bad"
      role="alert"
      title="Not created: nothing was sent twice, nothing was lost."
      actions={
        fields.length > 0 &&
        fields.map((field) => (
          <Button key={field} onClick={() => onGoTo(field)}>
            Check {fieldNames[field]}
          </Button>
        ))
      }
    >
      <p>
        {title} {sentence}
      </p>
      <Quotation speaker={place} words={quote} />
    </Notice>
  )
}
