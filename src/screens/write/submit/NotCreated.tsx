import type { ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Environment } from '#contract/environment.ts'
import { labelOf, type FieldName } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quotation } from '#ui/Quotation.tsx'
import { useSecondsUntil } from '#ui/loading/use-seconds-until.ts'
import { unknownFieldsIn } from './fields-of-failure.ts'

/** More names than this help nobody. */
const MOST_NAMED = 5

const quoted = (name: string) => `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`

type NotCreatedProps = {
  failure: ApiFailure
  environment: Environment
  /** What people call it, for example "Prolific". */
  environmentName: string
  /** The fields that the refusal is about. */
  fields: readonly FieldName[]
  onGoTo: (field: FieldName) => void
  /** When a busy place may be asked again; null where waiting does not help. */
  readyAt: number | null
  onAgain: () => void
}

/** A clear no: why nothing was created, what to do now, and that nothing was lost. */
export function NotCreated(props: NotCreatedProps) {
  const { failure, environment, environmentName, fields, onGoTo, readyAt, onAgain } = props
  const { title, sentence, quote, next } = explainFailure(failure, environmentName)
  const unknownFields = unknownFieldsIn(failure)
  const connects = next === 'connect' && environment === 'prolific'
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`${title} The batch was not created.`}
      actions={
        (connects || readyAt !== null || fields.length > 0) && (
          <>
            {connects && <HereLink open="connection">Connect again</HereLink>}
            {fields.map((field) => (
              <Button key={field} onClick={() => onGoTo(field)}>
                Check {labelOf(field)}
              </Button>
            ))}
            {readyAt !== null && <AgainButton readyAt={readyAt} onAgain={onAgain} />}
          </>
        )
      }
    >
      <p>{sentence} Nothing was lost or sent twice.</p>
      <Quotation speaker={environmentName} words={quote} />
      {unknownFields.length > 0 && (
        <p>
          {environmentName} mentions {unknownFields.slice(0, MOST_NAMED).map(quoted).join(', ')},
          but this form has no such field.
        </p>
      )}
    </Notice>
  )
}

/** Counts down to when it may be pressed. Nothing is sent by itself when that is over. */
function AgainButton({ readyAt, onAgain }: { readyAt: number; onAgain: () => void }) {
  const seconds = useSecondsUntil(readyAt)
  return (
    // Not read out every second.
    <span aria-live="off">
      <Button kind="primary" aria-disabled={seconds > 0} onClick={() => seconds === 0 && onAgain()}>
        {seconds > 0 ? `Create again in ${seconds} s` : 'Create again'}
      </Button>
    </span>
  )
}
