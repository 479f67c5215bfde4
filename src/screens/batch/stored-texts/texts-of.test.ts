import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { differingTexts, sameMeaning } from './texts-of.ts'

const { task_details } = documentedExample

test('texts that are kept with &amp; for & mean the same, the title too', () => {
  const sent = {
    ...task_details,
    task_name: 'Apps & features',
    task_introduction: '<p>Apps & features</p>',
  }
  const stored = {
    ...task_details,
    task_name: 'Apps &amp; features',
    task_introduction: '<p>Apps &amp; features</p>',
  }
  expect(differingTexts(sent, stored)).toHaveLength(2)
  expect(sameMeaning(sent, stored)).toBe(true)
  expect(sameMeaning(sent, { ...stored, task_name: 'Apps and features' })).toBe(false)
})
