// @vitest-environment node
import { expect, test } from 'vitest'
import { readQuestions, valueOfWritten } from '#contract/questions/written-questions.ts'
import { readLayout } from '#questions/layout/read-layout.ts'
import { readPastedLayout } from '#questions/paste/read-layout.ts'
import { faultsInWords, jsonProblems } from './json-problems.ts'

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

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const tooDeep = 'Line 1: lists and objects are nested too deeply to be questions.'

test.each([
  ['a list of lists', nested(100_000)],
  ['one that does not end', '['.repeat(100_000)],
  ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  [
    'a member of a question',
    `[{"rows":[{"columns":[{"items":[{"type":"free_text","description":"a","x":${nested(3000)}}]}]}]}]`,
  ],
])('%s beyond every depth is one fault, and is nowhere followed', (_, source) => {
  expect(jsonProblems(source).map(({ message }) => message)).toEqual([tooDeep])
  expect(faultsInWords(source)).toEqual([`The questions are not readable JSON. ${tooDeep}`])
  expect(readQuestions(source)).toEqual({
    items: null,
    problems: ['The questions are nested too deeply to be read.'],
  })
  expect(valueOfWritten(source)).toBeNull()
  expect(readLayout(source)).toBeNull()
  const { source: found, problem } = readPastedLayout(source)
  expect(found).toBeNull()
  expect(problem).toMatch(/nested too deeply/)
})

test('brackets inside of texts are no depth', () => {
  const text = JSON.stringify(`${'[{'.repeat(200)}"\\`)
  const source = `[{"rows":[{"columns":[{"items":[{"type":"free_text","description":${text}}]}]}]}]`
  expect(jsonProblems(source)).toEqual([])
})
