import { membersOf } from '#contract/questions/question-item.ts'
import { answerJson, refuse } from '#server/http/answers.ts'
import { refuseFields } from '#server/practice/field-errors.ts'
import type { StoredBatch, StoredInstruction } from '#server/practice/read-row.ts'
import { practiceUser } from '#server/practice/seeds.ts'
import type { Store } from '#server/practice/store.ts'
import { uuidV7 } from '#server/practice/uuid-v7.ts'
import {
  CreateInstructionsRequest,
  ReplaceInstructionsRequest,
  type Instruction,
} from './instruction-requests.ts'

type Surroundings = { store: Store; now: () => number }

/** What the API sends with every answer of these calls, the refusals included. */
function deprecated(answer: Response) {
  answer.headers.set('deprecation', 'true')
  answer.headers.set('sunset', 'Tue, 01 Sep 2026 23:59:59 GMT')
  return answer
}

const instructionsOf = (batch: StoredBatch) => batch.request.instructions ?? []

const toWire = (batch: StoredBatch) => (instruction: StoredInstruction) => ({
  ...instruction,
  parent_id: batch.id,
  parent_type: 'batch',
})

/** What is kept of an instruction: the documented members. It belongs to whom the caller names, if anybody. */
function kept(instruction: Instruction, before: StoredInstruction | undefined, now: number) {
  const members = membersOf(instruction.type)
  const entries = Object.entries(instruction).filter(([name]) => members.includes(name))
  const { created_by } = instruction
  return {
    ...Object.fromEntries(entries),
    type: instruction.type,
    id: before?.id ?? uuidV7(now),
    created_at: before?.created_at ?? new Date(now).toISOString(),
    created_by:
      before?.created_by ?? (typeof created_by === 'string' ? created_by : practiceUser.id),
  }
}

/** The answer to a change that this batch does not take, or nothing. */
function refuseChange(batch: StoredBatch) {
  if (batch.request.batch_items) {
    const words = 'This batch uses batch_items. Manage its instructions there.'
    return refuse(422, 'Unprocessable entity', words)
  }
  return batch.set_up
    ? refuse(400, 'Bad request', 'The batch has been set up: its instructions are fixed.')
    : undefined
}

function write(batch: StoredBatch, instructions: StoredInstruction[], store: Store) {
  store.update({ ...batch, request: { ...batch.request, instructions } })
}

/** Answers `GET …/batches/{id}/instructions`. */
export function listInstructions(batch: StoredBatch) {
  const results = instructionsOf(batch).map(toWire(batch))
  return deprecated(answerJson({ results, meta: { count: results.length } }))
}

/**
 * Answers `POST …/batches/{id}/instructions` for a body that is JSON of any shape. That they come after
 * those there are is assumed; the API's pages do not say.
 */
export function createInstructions(
  batch: StoredBatch,
  body: unknown,
  { store, now }: Surroundings,
) {
  const refusal = refuseChange(batch)
  if (refusal) return deprecated(refusal)
  const parsed = CreateInstructionsRequest.safeParse(body)
  if (!parsed.success) return deprecated(refuseFields(parsed.error, body))
  const added = parsed.data.instructions.map((each) => kept(each, undefined, now()))
  write(batch, [...instructionsOf(batch), ...added], store)
  return deprecated(answerJson(added.map(toWire(batch)), 201))
}

/** Answers `PUT …/batches/{id}/instructions` for a body that is JSON of any shape. */
export function replaceInstructions(
  batch: StoredBatch,
  body: unknown,
  { store, now }: Surroundings,
) {
  const refusal = refuseChange(batch)
  if (refusal) return deprecated(refusal)
  const parsed = ReplaceInstructionsRequest.safeParse(body)
  if (!parsed.success) return deprecated(refuseFields(parsed.error, body))
  const before = new Map(instructionsOf(batch).map((each) => [each.id, each]))
  const unknown: Record<string, string[]> = {}
  for (const [index, { id }] of parsed.data.instructions.entries()) {
    if (id !== undefined && !before.has(id)) unknown[`instructions.${index}.id`] = ['Is not known.']
  }
  if (Object.keys(unknown).length > 0) return deprecated(refuse(400, 'Bad request', unknown))
  const instructions = parsed.data.instructions.map((each) =>
    kept(each, before.get(each.id ?? ''), now()),
  )
  write(batch, instructions, store)
  return deprecated(answerJson(instructions.map(toWire(batch))))
}
