// @vitest-environment node
import { expect, test } from 'vitest'
import { readPasted } from './read-pasted.ts'
import { draftFrom } from '#import/requests/testing/draft-from.ts'

const notesOf = (program: string) =>
  readPasted(program, 'practice').drafts.flatMap(({ notes }) => notes)

test.each([
  [
    'Python',
    `payload = {
    'name': "N",  # the name
    'workspace_id': 'w',
    'task_details': {
        'task_name': r"a\\b",
        'task_introduction': """<p>One</p>
<p>Two</p>""",
        'task_steps': ("1. Read\\n"
                       '2. Rate'),
    },
    'dataset_id': None,
}`,
    { taskTitle: String.raw`a\b`, introduction: '<p>One</p>\n<p>Two</p>', datasetId: '' },
  ],
  [
    'JavaScript',
    `const payload: Body = {
  name: 'N', // the name
  workspace_id: "w",
  task_details: { task_name: \`a\\\\b\`, task_introduction: '<p>One</p>\\n<p>Two</p>', task_steps: '1. Read\\n' + '2. Rate' },
} satisfies Body;`,
    { taskTitle: String.raw`a\b`, introduction: '<p>One</p>\n<p>Two</p>' },
  ],
])('a request that is written out in %s is read as it is', (language, program, texts) => {
  expect(draftFrom(program).texts).toMatchObject({
    ...texts,
    batchName: 'N',
    workspaceId: 'w',
    steps: '1. Read\n2. Rate',
  })
  expect(readPasted(program, 'practice').source).toBe(`a ${language} program`)
  expect(notesOf(program)).toEqual([])
})

test.each([
  ['a variable', 'STEPS'],
  ['a call', 'read(steps, "a{b")'],
  ['a text that is filled in', 'f"Read {n}"'],
  ['a text with a variable added', '"Read " + more'],
  ['a method', '"Read".strip()'],
  ['a condition', '"a" if x else "b"'],
])(
  'a member that is %s is left empty, with the remedy, and the others are kept',
  (_what, steps) => {
    const program = `p = {"name": "N", "task_details": {"task_steps": ${steps}, "task_name": "T"}, "workspace_id": "w"}`
    expect(draftFrom(program).texts).toMatchObject({
      batchName: 'N',
      steps: '',
      taskTitle: 'T',
      workspaceId: 'w',
    })
    expect(notesOf(program)).toEqual([
      'Steps is empty: its value is computed when the program runs. Print the JSON and paste the output.',
    ])
  },
)

const REQUEST = '{"name": "N", "task_details": {"task_name": "T"}}'

test.each([
  ['an unknown dictionary', 'p = {"name": "N", **more, "task_details": {"task_name": "T"}}'],
  ['an unknown object', "const p = { name: 'N', task_details: { task_name: 'T', ...more } }"],
  ['an assignment', `p = ${REQUEST}\np["task_details"]["task_steps"] = "2"`],
  ['a JavaScript assignment', `const p = ${REQUEST.replace('"name"', 'name')}; p.name = '2'`],
  ['an update', `p = ${REQUEST}\np.update(name=read())`],
  ['a deletion', `p = ${REQUEST}\ndel p["name"]`],
  ['assigned objects', `const p = ${REQUEST.replace('"name"', 'name')}; Object.assign(p, more)`],
])('a program that adds to its request by %s says what is not in the draft', (_how, program) => {
  expect(draftFrom(program).texts).toMatchObject({ batchName: 'N', taskTitle: 'T' })
  expect(notesOf(program)).toEqual([
    'Parts of this request are computed when the program runs, and are not in the draft. Print the JSON and paste the output.',
  ])
})

test('each request that a program writes out becomes a draft', () => {
  const { drafts } = readPasted(
    `requests = [${REQUEST}, ${REQUEST.replace('"N"', "'M'")}]\nlast = '${REQUEST.replace('"N"', '"O"')}'`,
    'practice',
  )
  expect(drafts.map(({ draft }) => draft.texts.batchName)).toEqual(['N', 'M', 'O'])
})
