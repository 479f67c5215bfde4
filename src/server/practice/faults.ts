import type { PracticeFaultId } from '#contract/practice-faults.ts'
import { answerJson, refuse, DroppedConnection } from '#server/http/answers.ts'
const BUSY = 'Too many requests. Try again later.'

const refusals: Partial<Record<PracticeFaultId, () => Response>> = {
  'field-errors': () =>
    refuse(400, 'Bad request', {
      name: ['This name is refused because it ends in a practice code.'],
      'task_details.task_steps': [
        'These steps are refused because the name ends in a practice code.',
      ],
    }),
  unauthorized: () => refuse(401, 'Unauthorized', 'The token is not valid.'),
  forbidden: () => refuse(403, 'Forbidden', 'You may not create batches in this workspace.'),
  'feature-missing': () =>
    refuse(404, 'Not found', 'You do not currently have permission to access this feature.'),
  'questions-refused': () =>
    answerJson(
      {
        type: 'INVALID_BATCH_ITEMS',
        message: 'The batch items are not valid.',
        issues: [
          {
            page: 0,
            row: 0,
            column: 0,
            item: 0,
            type: 'free_text',
            message: 'Refused because the batch name ends in a practice code',
          },
        ],
      },
      422,
    ),
  busy: () => refuse(429, 'Too many requests', BUSY),
  'busy-wait': () => refuse(429, 'Too many requests', BUSY, { headers: { 'retry-after': '20' } }),
  'server-error': () =>
    new Response('<!doctype html><title>500</title><h1>Something went wrong</h1>', {
      status: 500,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
  'long-error': () =>
    refuse(400, 'Bad request', `No route matched. ${'^studies/$ '.repeat(18_200)}`),
}

/** The answer of a fault that refuses the batch, or nothing. Throws DroppedConnection for one. */
export function refuseByFault(fault: PracticeFaultId | undefined) {
  if (fault === 'dropped-before') throw new DroppedConnection()
  return fault && refusals[fault]?.()
}

/** What a fault makes of the answer to a batch that has been saved. */
export async function answerByFault(
  fault: PracticeFaultId | undefined,
  answer: Response,
  slowly: () => Promise<void>,
) {
  if (fault === 'dropped-after') throw new DroppedConnection()
  if (fault === 'slow') await slowly()
  return fault === 'wrong-shape' ? answerJson({ created: 'yes' }, 201) : answer
}
