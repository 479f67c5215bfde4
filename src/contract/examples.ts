import type { CreateBatchRequest } from './batch.ts'

/** The sample of the API's own page, with the tags that its text form lost. */
export const documentedExample = {
  name: 'Sentiment Analysis Batch',
  workspace_id: '6278acb09062db3b35bcbeb0',
  dataset_id: '1234acb09999db4b99bcded1',
  task_details: {
    task_name: 'Evaluate Product Reviews',
    task_introduction:
      '<p>In this task, you will analyze product reviews and categorize their sentiment.</p>',
    task_steps:
      '<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>',
  },
} as const satisfies CreateBatchRequest
