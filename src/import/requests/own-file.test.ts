// @vitest-environment node
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { writeJson, writeYaml } from '#drafts/file-format/write-draft-file.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { readPasted } from './read-pasted.ts'

const draftWith = (steps: string) => ({
  name: 'N',
  place: 'practice' as const,
  texts: { ...blankTexts, steps, batchName: 'B' },
})
const read = (text: string) => readPasted(text, 'practice')

/** As tools write JSON anew: the keys of every object in the order of the alphabet. */
const sorted = (json: string, indent?: number) =>
  JSON.stringify(
    JSON.parse(json, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
    null,
    indent,
  )

const long = draftWith('<p>const a = () => fetch("x")</p>\n'.repeat(1_000))
const yamlOf = (draft: typeof long) => {
  const [format = '', version = '', ...drafts] = writeYaml([draft]).split('\n')
  return [version, ...drafts.filter(Boolean), format].join('\n')
}

test.each([
  ['JSON on one line', sorted(writeJson([long]))],
  ['indented JSON', sorted(writeJson([long]), 2)],
  ['YAML', yamlOf(long)],
])(
  'a long file of drafts in %s is known as one, wherever a tool has put its format',
  (_name, text) => {
    const { source, drafts } = read(text)
    expect(source).toBe('a file of drafts')
    expect(drafts.map(({ draft }) => draft)).toEqual([long])
  },
)

test('a broken file whose format comes late is told where it is broken', () => {
  const broken = sorted(writeJson([long]), 2).replace('"place": ', '"place" ')
  expect(read(broken).problems).toMatchObject([{ line: 8, reason: /colon expected/ }])
})

test('a request that speaks of a file of drafts is a request', () => {
  const steps = '<pre>\nformat: batch-composer-drafts\n</pre> {format: batch-composer-drafts}'
  const details = { ...documentedExample.task_details, task_steps: steps }
  const { source, drafts } = read(JSON.stringify({ ...documentedExample, task_details: details }))
  expect(source).toBe('the JSON of a request')
  expect(drafts[0]?.draft.texts.steps).toBe(steps)
})

const FACES = `<p>${':( '.repeat(520)}</p>\n${'[{('.repeat(400)}`
const withFaces = {
  ...documentedExample,
  task_details: { ...documentedExample.task_details, task_steps: FACES },
}

test.each([
  ['a file of drafts in JSON', writeJson([draftWith(FACES)])],
  ['a file of drafts in YAML', writeYaml([draftWith(FACES)])],
  ['the JSON of a request', JSON.stringify(withFaces)],
  ['a command', `curl https://x -d '${JSON.stringify(withFaces, null, 2)}'`],
  ['a Python program', `p = {'name': "it's", 'task_details': {'task_steps': '''${FACES}'''}}`],
  ['a JavaScript program', `const p = { task_details: { task_steps: \`${FACES}\` } }`],
])('brackets in the texts of %s are not counted', (_name, text) => {
  expect(read(text).drafts[0]?.draft.texts.steps).toBe(FACES)
})

test.each([
  ['an apostrophe', `it's ${'['.repeat(600)}`],
  ['an inch', `a 5" screen\n${'{"task_details":'.repeat(600)}`],
  ['a fence', `\`\`\`json\n${'{"task_details":'.repeat(600)}\n\`\`\``],
])('%s hides no brackets', (_name, text) => {
  expect(read(text).problems[0]?.reason).toBe('This is nested too deeply to be read.')
})
