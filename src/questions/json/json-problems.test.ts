// @vitest-environment node
import { expect, test } from 'vitest'
import { jsonProblems } from './json-problems.ts'

test.each([
  ['[\n  {"a": 1}\n  {"b": 2}\n]', 'Line 2: a comma is missing.'],
  ['[\n{"a": 1},\n]', 'Line 2: the comma before the closing bracket must go.'],
  ['[{"a" 1}]', 'Line 1: a colon is missing.'],
  ['[{"a": }]', 'Line 1: a value is missing.'],
  ['[{\n"a": "x\n}]', 'Line 2: a closing double quote is missing.'],
  ['[{', 'Line 1: a closing } is missing.'],
  ['[', 'Line 1: a closing ] is missing.'],
  ['[{a: 1}]', 'Line 1: this is no JSON. Text stands in double quotes.'],
  ['[] []', 'Line 1: there is something after the end.'],
  ['[ // note\n]', 'Line 1: JSON has no comments.'],
  ['["\\x"]', 'Line 1: this cannot stand after a backslash.'],
])('%j: %s', (source, message) => {
  expect(jsonProblems(source)).toMatchObject([{ message }])
})

test('broken rules are where their item is', () => {
  const source = `[{"rows": [
    {"columns": [{"items": [
      {"type": "free_text", "description": "Why?"},
      {"type": "free_text"}
    ]}]}
  ]}]`
  const [problem] = jsonProblems(source)
  expect(problem).toMatchObject({
    line: 4,
    message: 'Page 1, row 1, column 1, item 2 (free_text): description is required',
  })
  expect(source[problem?.from ?? 0]).toBe('{')
})

test('an empty text has no faults, and one that is nested without end does no harm', () => {
  expect(jsonProblems(' \n')).toEqual([])
  expect(jsonProblems('['.repeat(50_000))).toHaveLength(1)
  expect(jsonProblems('['.repeat(50_000) + ']'.repeat(50_000))).not.toEqual([])
})
