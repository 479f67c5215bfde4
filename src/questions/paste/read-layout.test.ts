// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BatchItems } from '#contract/questions/batch-items.ts'
import { looksLikeJson, readPastedLayout } from './read-layout.ts'

const item = '{"type":"free_text",  "description":"Why?"}'
const pages = `[ {"rows": [{"columns":[{"items":[ ${item} ]}]}], "custom": 1.0} ]`

const parsed = (source: string | null) => BatchItems.parse(JSON.parse(source ?? 'null'))

test.each([
  ['the list itself', pages],
  ['a request', `{"name":"x", "batch_items": ${pages}, "task_details": {}}`],
  ['a batch inside an answer', `{"data":{"results":[{"id":"1","batch_items":${pages}}]}}`],
])('%s keeps the text of the list', (_, text) => {
  expect(readPastedLayout(text).source).toBe(pages)
})

test.each([
  ['a page', `{"rows":[{"columns":[{"items":[${item}]}]}]}`],
  ['a row', `{"columns":[{"items":[${item}]}]}`],
  ['a column', `{"items":[${item}]}`],
  ['items', `[${item}]`],
  ['an item', item],
])('%s is put on a page of its own and keeps its text', (_, text) => {
  const { source, notes } = readPastedLayout(text)
  expect(source).toContain(text)
  expect(parsed(source)).toMatchObject([{ rows: [{ columns: [{ items: [JSON.parse(item)] }] }] }])
  expect(notes).toEqual(['The questions were put on one page.'])
})

test.each([
  [
    'to be created',
    '{"instructions":[{"type":"free_text","created_by":"me","description":"Why?"}]}',
  ],
  [
    'as they are stored',
    '{"results":[{"id":"7","parent_id":"8","type":"free_text","description":"Why?"}],"meta":{}}',
  ],
])('instructions %s become questions, and that is said', (_, text) => {
  const { source, notes } = readPastedLayout(text)
  expect(parsed(source)[0]?.rows[0]?.columns[0]?.items).toEqual([JSON.parse(item)])
  expect(notes.join(' ')).toMatch(/converted to questions on one page/)
})

test('comments and commas too many are left out, and ids are pointed at', () => {
  const { source, notes } = readPastedLayout(
    `// mine\n[{"id":"p","rows":[{"columns":[{"items":[${item},]}]}]}]`,
  )
  expect(parsed(source)).toHaveLength(1)
  expect(notes).toEqual([
    'Comments and commas that JSON does not allow were left out.',
    'The questions carry the ids of the batch that they come from.',
  ])
})

test('what holds no questions is said', () => {
  const problemsOf = (texts: readonly string[]) =>
    texts.map((text) => {
      const { source, problem } = readPastedLayout(text)
      return source ?? problem
    })
  const unreadable = ['', 'hello', '{"rows"', '['.repeat(50)]
  expect(new Set(problemsOf(unreadable))).toEqual(
    new Set([
      'This is not JSON that can be read. Copy all of it, from its first bracket to its last one.',
    ]),
  )
  expect(problemsOf(['['.repeat(50_000)])).toEqual([expect.stringMatching(/nested too deeply/)])
  const others = ['{}', '[]', '3', '{"batch_items":null}', '{"type":"x"}', '{"instructions":[]}']
  for (const problem of problemsOf(others)) expect(problem).toMatch(/^There are no questions/)
})

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readPastedLayout(text).notes).toBeInstanceOf(Array)
    }),
  )
})

test.each([
  ['an element with a comma before it', `, ${item}`],
  ['elements with commas between and after them', `${item},\n${item},`],
  ['a member', `"batch_items": ${pages},`],
  ['pages without their brackets', `{"rows":[{"columns":[{"items":[${item}]}]}]}, {"rows":[]}`],
])('a part of JSON is read and said to be one: %s', (_, text) => {
  expect(looksLikeJson(text)).toBe(true)
  const { source, notes } = readPastedLayout(text)
  expect(source).toContain('Why?')
  expect(notes[0]).toMatch(/^This was only a part of JSON/)
})

test.each([
  ['what is cut off', `[{"rows":[{"columns":[{"items":[${item}`],
  ['several rows, of which none may be lost', `{"columns":[{"items":[${item}]}]}, {"columns":[]}`],
])('of other parts it is said what to copy: %s', (_, text) => {
  expect(looksLikeJson(text)).toBe(true)
  const { source, problem } = readPastedLayout(text)
  expect(source).toBeNull()
  expect(problem).toContain('Copy all of it')
})

test.each(['1. "Clear": how clear is it?', '[Page 2] Which?', '(1-7) {optional}', ', and why?'])(
  'questions in words are no JSON: %s',
  (text) => expect(looksLikeJson(text)).toBe(false),
)
