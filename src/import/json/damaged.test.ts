// @vitest-environment node
import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { readPasted } from '#import/requests/read-pasted.ts'
import { expectedTexts } from '#import/requests/testing/print-request.ts'

const request = {
  name: 'N',
  workspace_id: '6278acb09062db3b35bcbeb0',
  task_details: { task_name: 'T', task_introduction: '<p>I "we"</p>', task_steps: 'S' },
  dataset_id: 'd1',
  batch_items: sampleBatchItems,
}
const indented = JSON.stringify(request, null, 2)
const read = (text: string) => readPasted(text, 'practice')

/** Whether a text is refused with words, is told to be cut off, or lost nothing. */
function isHonest(text: string, isInEnd: boolean, isInQuestions: boolean) {
  const { source, drafts, problems } = read(text)
  const [first] = drafts
  if (!first) return problems[0]?.reason.startsWith('This is not readable JSON')
  if (/program/.test(source)) return false
  if (first.notes.length > 0) return isInEnd && /end .* is missing/.test(first.notes.join())
  const expected = expectedTexts(request)
  const { texts } = first.draft
  // A sign may be missing inside of a text of the questions, which nobody can tell.
  const questions = isInQuestions ? texts.questions : expected.questions
  return questions !== '' && JSON.stringify(texts) === JSON.stringify({ ...expected, questions })
}

test.each([
  ['on one line', JSON.stringify(request)],
  ['indented', indented],
  ['below a comment', `\uFEFF\n// The request\n${indented}`],
])('JSON %s that lacks any one sign is refused or read whole', (_name, whole) => {
  const dishonest = [...whole.matchAll(/["{}[\]:,]/g)].filter(({ index }) => {
    // Behind the last quotation mark, or without it, it is as good as cut off there.
    const isInEnd = !whole.slice(index + 1).includes('"')
    const isInQuestions = /batch_items"/.test(whole.slice(0, index))
    return !isHonest(whole.slice(0, index) + whole.slice(index + 1), isInEnd, isInQuestions)
  })
  expect(dishonest.map(({ index }) => whole.slice(index - 30, index + 10))).toEqual([])
})

test('a fault is told with its line, in the words for files', () => {
  const [problem] = read(indented.replace('"N",', '"N"')).problems
  expect(problem).toMatchObject({ line: 3, reason: 'This is not readable JSON (comma expected).' })
  const [other] = read(`// One\n{ // Two\n  "name": "N"\n  "dataset_id": "d"\n}`).problems
  expect(other).toMatchObject({ line: 4, reason: 'This is not readable JSON (comma expected).' })
})

test('a fault in a block of code is told with its line in the text around it', () => {
  const { drafts, problems } = read(
    `Here it is:\n\n\`\`\`json\n${indented.replace('"N",', '"N"')}\n\`\`\``,
  )
  expect(drafts).toEqual([])
  expect(problems[0]).toMatchObject({ line: 6, reason: /comma expected/ })
})

test.each([
  [
    'a Python program',
    `{'name': 'N', 'task_details': {'task_name': 'T', 'task_steps': "It's"}, 'x': None, 'y': True}`,
  ],
  [
    'a JavaScript program',
    `{ name: 'N', task_details: { task_name: \`T\`, task_steps: "It's" }, x: null, };`,
  ],
])('what stands alone in %s is still read, and refused with a fault in it', (source, text) => {
  const pasted = read(text)
  expect(pasted.source).toBe(source)
  expect(pasted.drafts[0]?.draft.texts).toMatchObject({
    batchName: 'N',
    taskTitle: 'T',
    steps: "It's",
  })
  expect(pasted.drafts[0]?.notes).toEqual([])
  expect(read(text.replace(', ', ' ')).drafts).toEqual([])
})

test.each([
  ['JSON', '{"name":"N","task_details":{"task_name":"T","task_steps":"S","workspace_id":"w"}'],
  ['Python', "{'name':'N','task_details':{'task_name':'T','task_steps':'S','workspace_id':'w'}"],
  ['JavaScript', "{name:'N',task_details:{task_name:'T',task_steps:'S',workspace_id:'w'}"],
])('the brace behind the task details is not taken for the missing end of %s', (_name, text) => {
  expect(read(text).drafts).toEqual([])
})

test('requests on a line each are read, and members behind a bracket too many are not lost', () => {
  const line = JSON.stringify(request)
  expect(read(`${line}\n${line.replace('"N"', '"M"')}\nThanks!`).drafts).toHaveLength(2)
  expect(read(line.replace('},"dataset_id"', '}},"dataset_id"')).drafts).toEqual([])
})

test('members without the braces around them are read, wherever one of the braces is missing', () => {
  const members = JSON.stringify(request).slice(1, -1)
  for (const text of [members, `${members}}`]) {
    expect(read(text).drafts[0]?.draft.texts).toEqual(expectedTexts(request))
  }
})

test('a request inside of other JSON is the JSON of a request', () => {
  expect(read(JSON.stringify({ sent: { body: JSON.stringify(request) } })).source).toBe(
    'the JSON of a request',
  )
})

test.each([
  ['a program', (json: string) => `import requests\npayload = ${json}\n`],
  ['a JavaScript program', (json: string) => `const payload = ${json};\nfetch(url)`],
  ['a sentence', (json: string) => `Could you look at this? ${json}`],
])('a request with a fault in %s says that fields may be missing', (_name, around) => {
  for (const json of [
    indented.replace('"N",', '"N"'),
    indented.replace('</p>",', '</p>,'),
    indented.replace('},\n  "dataset_id"', '}},\n  "dataset_id"'),
  ]) {
    const silent = read(around(json)).drafts.filter(
      ({ notes }) => !/compare every field|is missing/.test(notes.join()),
    )
    expect(silent).toEqual([])
  }
  expect(read(around(indented)).drafts[0]?.notes).toEqual([])
})

test.each([
  '"Rate": this is what we ask for.',
  '{name}, welcome!',
  '{{name}}, welcome!',
  '[1] Read.',
])('words that begin with a sign of JSON are words: %s', (text) =>
  expect(read(text)).toMatchObject({ isText: true, drafts: [] }),
)
