// @vitest-environment node
import { expect, test } from 'vitest'
import {
  datasetFaultOf,
  datasetFaults,
  practiceFaultOf,
  practiceFaults,
  practiceFaultTable,
} from './practice-faults.ts'

test('a batch name asks for a failure by its last word', () => {
  expect(practiceFaultOf('Reviews !429')).toBe('busy')
  expect(practiceFaultOf('Reviews !429-wait ')).toBe('busy-wait')
  expect(practiceFaultOf('Reviews!429')).toBeUndefined()
  expect(practiceFaultOf('!429 Reviews')).toBeUndefined()
})

test('no two failures share an id, a suffix or a title', () => {
  for (const key of ['id', 'suffix', 'title'] as const) {
    expect(new Set(practiceFaults.map((fault) => fault[key])).size).toBe(practiceFaults.length)
  }
})

test('every failure is found by its own suffix', () => {
  for (const fault of practiceFaults) expect(practiceFaultOf(`x${fault.suffix}`)).toBe(fault.id)
})

test('the name of a dataset asks for a failure of its own list', () => {
  for (const { id, suffix } of datasetFaults) expect(datasetFaultOf(`x${suffix} `)).toBe(id)
  expect(datasetFaultOf('x !429')).toBeUndefined()
  expect(practiceFaultOf('x !import-failed')).toBeUndefined()
})

test('the table has a row for every failure', () => {
  expect(practiceFaultTable().split('\n')).toHaveLength(practiceFaults.length + 2)
})
