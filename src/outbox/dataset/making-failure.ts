import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import { StepFailed } from '#outbox/dataset/make-dataset.ts'
import { explainFault, faultOf } from '#storage/storage-fault.ts'

/** Between two looks at something that takes its time, as the service's own tools do. */
const PAUSE_MS = 1_500

/** Why a dataset is not made yet, or rows are not added. */
export type MakingFailure = {
  title: string
  text: string
  quote: string
  /** Nobody can tell whether it was carried out; asking again cannot do it twice. */
  isUnknown: boolean
  /** The workspace cannot have datasets with columns; one of the older kind can be made. */
  isTypedOff?: boolean
}

/** Another window has the draft's lock. */
export const elsewhere: MakingFailure = {
  title: 'Another window is working on this dataset.',
  text: 'Look there, or try again when it is done.',
  quote: '',
  isUnknown: false,
}

/** A failure in words, of a request or of writing something down before it. */
export function failureOf(error: unknown, backend: Backend): MakingFailure {
  const cause = error instanceof StepFailed ? error.cause : error
  if (cause instanceof ApiError) {
    const { title, sentence, quote } = explainFailure(cause.failure, backend.name)
    const isUnknown = error instanceof StepFailed && error.certainty === 'unknown'
    if (lacksTypedDatasets(cause.failure)) return { ...typedOff, quote }
    return { title, text: sentence, quote, isUnknown }
  }
  return {
    title: 'This could not be saved, so nothing was sent.',
    text: explainFault[faultOf(cause)],
    quote: '',
    isUnknown: false,
  }
}

const typedOff = {
  title: 'This workspace cannot make datasets with columns.',
  text: 'Nothing was created. The service has not turned them on for it. Ask its support, choose another workspace, or make a dataset of the older kind.',
  isUnknown: false,
  isTypedOff: true,
}

/** The service says so with a 403 or 404 whose words name a permission for a feature. */
function lacksTypedDatasets(failure: ApiFailure) {
  if (failure.kind === 'missing') return failure.feature
  if (failure.kind !== 'unauthorized') return false
  return /permission/i.test(failure.detail) && /feature/i.test(failure.detail)
}

/** Waits before something is asked about again. */
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS))
