import { useMutation, useQueryClient } from '@tanstack/react-query'
import { batchDetails, updateBatch } from '#api/batches.ts'
import { explainFailure } from '#api/explain-failure.ts'
import { ApiError } from '#api/api-error.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import type { UpdateBatchRequest } from '#contract/batch.ts'
import { putAt } from '#contract/json-value.ts'
import { type FormSwitchName, labelOf, pathOf } from '#drafts/fields.ts'
import { textsOfAnswer } from '#drafts/texts-of-answer.ts'

type BatchSwitchProps = { backend: Backend; batch: Batch; name: FormSwitchName }

/** Something of a stored batch that is on or off: it is changed there at once, and read back. */
export function BatchSwitch({ backend, batch, name }: BatchSwitchProps) {
  const client = useQueryClient()
  const { queryKey } = batchDetails(backend, batch.id)
  const update = useMutation({
    ...updateBatch(backend, batch.id),
    // Whatever came of it: what is shown is what is stored.
    onSettled: () => client.invalidateQueries({ queryKey, exact: true }),
  })
  const stored = textsOfAnswer(batch)[name]
  const asked = update.isPending ? !stored : stored
  return (
    <>
      <label>
        <input
          type="checkbox"
          aria-label={labelOf(name)}
          checked={asked}
          disabled={update.isPending}
          onChange={({ target }) => {
            const change: UpdateBatchRequest = {}
            putAt(change, pathOf(name), target.checked)
            update.mutate(change)
          }}
        />{' '}
        {asked ? 'Yes' : 'No'}
      </label>
      {update.error instanceof ApiError && (
        <p role="alert">{explainFailure(update.error.failure, backend.name).sentence}</p>
      )}
    </>
  )
}
