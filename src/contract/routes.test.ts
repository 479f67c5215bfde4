import { expect, test } from 'vitest'
import { addressOf, fillAddress } from './routes.ts'

test('an address holds what it is given, encoded, and nothing else', () => {
  expect(addressOf('readBatchStatus', { id: 'a/b' })).toBe(
    '/v1/data-collection/batches/a%2Fb/status',
  )
  expect(addressOf('listBatches', { workspace_id: 'a&b' })).toBe(
    '/v1/data-collection/batches?workspace_id=a%26b',
  )
  expect(addressOf('listWorkspaces')).toBe('/v1/workspaces/')
  expect(fillAddress({ path: '/a', query: ['b'] }, { b: undefined, c: 'd' })).toBe('/a')
})

test('an address without one of its parts is not made', () => {
  expect(() => fillAddress({ path: '/a/:id', query: [] }, {})).toThrow(RangeError)
})
