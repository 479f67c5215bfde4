import type { PracticeDataset } from '#contract/app-config.ts'
import { documentedExample } from '#contract/examples.ts'

/** A dataset that practice has from the start. `fields` are those a question may show (V4). */
export type SeedDataset = PracticeDataset & {
  filename: string
  /** How many groups the file's own grouping column makes; it overrules tasks per group. */
  own_groups?: number
}

export const practiceUser = {
  id: '6278cb09062dbb35bc4abebc',
  email: 'ada@practice.example',
  name: 'Ada Practice',
  first_name: 'Ada',
  last_name: 'Practice',
  user_type: 'researcher',
}

export const practiceWorkspace = {
  id: documentedExample.workspace_id,
  title: 'Practice workspace',
  description: 'Nothing here reaches Prolific.',
  owner: practiceUser.id,
  users: [
    {
      id: practiceUser.id,
      name: practiceUser.name,
      email: practiceUser.email,
      roles: ['WORKSPACE_ADMIN'],
    },
  ],
  naivety_distribution_rate: null,
}

/** What the workspace has to spend, in pence. Studies are no part of practice, so it never changes. */
export const practiceBalance = {
  currency_code: 'GBP',
  total_balance: 100_000,
  balance_breakdown: { rewards: 75_000, fees: 20_833, vat: 4167 },
  available_balance: 100_000,
  available_balance_breakdown: { rewards: 75_000, fees: 20_833, vat: 4167 },
}

export const practiceProject = {
  id: '6278acb09062db3b35bcbeb1',
  title: 'Practice project',
  description: 'For trying things out.',
  owner: practiceUser.id,
  users: [
    {
      id: practiceUser.id,
      name: practiceUser.name,
      email: practiceUser.email,
      roles: ['PROJECT_EDITOR'],
    },
  ],
  workspace: practiceWorkspace.id,
  naivety_distribution_rate: null,
}

const reviewFields = ['review', 'product', 'photo']

/** All that the tasks of the gallery show, so that each of them can be tried out as it is. */
const templateFields =
  'review prompt answer answer_a answer_b claim source comment article summary photo recording transcript query result sentence message original translation explanation text image_a image_b audio'.split(
    ' ',
  )

export const practiceDatasets: readonly SeedDataset[] = [
  {
    id: documentedExample.dataset_id,
    name: 'Product reviews (of the documented example)',
    status: 'READY',
    total_datapoint_count: 100,
    fields: reviewFields,
    filename: 'product-reviews.jsonl',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c01',
    name: 'Product reviews, 105 items with fields',
    status: 'READY',
    total_datapoint_count: 105,
    fields: reviewFields,
    filename: 'product-reviews-105.jsonl',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c02',
    name: 'Interview snippets, without fields',
    status: 'READY',
    total_datapoint_count: 24,
    filename: 'interview-snippets.csv',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c03',
    name: 'Conversations with their own groups (60 items in 12)',
    status: 'READY',
    total_datapoint_count: 60,
    filename: 'conversations.csv',
    own_groups: 12,
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c07',
    name: 'Material for every template, 40 items',
    status: 'READY',
    total_datapoint_count: 40,
    fields: templateFields,
    filename: 'material-for-templates.jsonl',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c04',
    name: 'Empty file',
    status: 'READY',
    total_datapoint_count: 0,
    filename: 'empty.csv',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c05',
    name: 'Still being read',
    status: 'PROCESSING',
    total_datapoint_count: 0,
    filename: 'large-archive.csv',
  },
  {
    id: '0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c06',
    name: 'Broken file',
    status: 'ERROR',
    total_datapoint_count: 0,
    filename: 'broken.csv',
  },
]

export function practiceDataset(id: string) {
  return practiceDatasets.find((dataset) => dataset.id === id)
}
