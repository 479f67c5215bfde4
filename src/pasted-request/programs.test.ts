// @vitest-environment node
import { expect, test } from 'vitest'
import { readPasted } from './read-pasted.ts'
import { draftFrom } from './testing/draft-from.ts'

const ASSIGNED = {
  name: 'N',
  workspace_id: 'w',
  task_details: { task_name: 'T', task_introduction: 'I', task_steps: 'S' },
}
const JSON_TEXT = JSON.stringify(ASSIGNED)
/** A program whose request has an expression for its steps. */
const python = (steps = '"S"') => `payload = ${JSON_TEXT.replace('"S"', steps)}\n`
const javascript = (steps = "'S'") => `const payload = ${JSON_TEXT.replace('"S"', steps)};\n`
const notesOf = (program: string) =>
  readPasted(program, 'practice').drafts.flatMap(({ notes }) => notes)

test.each([
  ['joins a text to another', `s = "a"\ns += "b"\n${python('s')}`, { steps: 'ab' }],
  ['fills a text later', `s = ""\ns = "b"\n${python('s')}`, { steps: 'b' }],
  ['assigns members', `${python()}payload["task_details"]["task_steps"] = "2"`, { steps: '2' }],
  ['joins members', `${python()}payload["task_details"]["task_steps"] += "2"`, { steps: 'S2' }],
  [
    'goes by another name',
    `${python()}d = payload["task_details"]\nd["task_steps"] = "2"`,
    { steps: '2' },
  ],
  [
    'begins with nothing',
    'p = {}\np["name"] = "N"\np["task_details"] = {}\np["task_details"]["task_steps"] = "2"',
    { batchName: 'N', steps: '2' },
  ],
  [
    'puts dictionaries together',
    'base = {"workspace_id": "w", "name": "old"}\ntexts = {"task_name": "T"}\np = {**base, "name": "N", "task_details": {**texts, "task_steps": "2"}}',
    { batchName: 'N', workspaceId: 'w', taskTitle: 'T', steps: '2' },
  ],
  [
    'merges dictionaries',
    'p = {"name": "N", "workspace_id": "w"} | {"task_details": {"task_steps": "2"}}',
    { batchName: 'N', steps: '2' },
  ],
  [
    'updates dictionaries',
    `${python()}payload.update({"name": "2"})\npayload["task_details"].update(task_steps="3")\npayload |= {"dataset_id": "d"}`,
    { batchName: '2', steps: '3', datasetId: 'd' },
  ],
  [
    'takes a member away',
    `${python()}del payload["workspace_id"]`,
    { workspaceId: '', steps: 'S' },
  ],
  [
    'reads JSON and changes it',
    `TEXT = '${JSON_TEXT}'\np = json.loads(TEXT)\np["name"] = "2"\npost(data=json.dumps(p))`,
    { batchName: '2', steps: 'S' },
  ],
  [
    'does so in a function',
    `STEPS = "a"\ndef main():\n  s = STEPS\n  s += "b"\n  ${python('s')}  payload["name"] = "2"\nif __name__ == "__main__":\n  main()`,
    { batchName: '2', steps: 'ab' },
  ],
  ['shows what it does', `${python()}print(payload)\npayload["name"] = "2"`, { batchName: '2' }],
  ['names several at once', `a, b = "1", "2"\nc = d = b\n${python('c')}`, { steps: '2' }],
])('a Python program that %s is followed', (_what, program, texts) => {
  expect(draftFrom(program).texts).toMatchObject(texts)
  expect(notesOf(program)).toEqual([])
})

test.each([
  ['joins a text to another', `let s = 'a'; s += 'b';\n${javascript('s')}`, { steps: 'ab' }],
  ['fills a text later', `let s; s = 'b';\n${javascript('s')}`, { steps: 'b' }],
  [
    'assigns members',
    `${javascript()}payload.task_details.task_steps = '2'; payload['name'] += '2'`,
    { steps: '2', batchName: 'N2' },
  ],
  [
    'spreads objects',
    "const d = { task_steps: '2' };\nconst p = { name: 'N', task_details: { task_name: 'T', ...d } };",
    { batchName: 'N', taskTitle: 'T', steps: '2' },
  ],
  [
    'assigns objects',
    `${javascript()}Object.assign(payload, { name: '2' }, { dataset_id: 'd' }); delete payload.workspace_id`,
    { batchName: '2', datasetId: 'd', workspaceId: '' },
  ],
  [
    'has types',
    `const p = { name: 'N', task_details: { task_steps: '1' } } as Body; p.name = '2'`,
    { batchName: '2' },
  ],
  [
    'reads JSON and changes it',
    `const p = JSON.parse('${JSON_TEXT}'); p.name = '2'; post(JSON.stringify(p))`,
    { batchName: '2', steps: 'S' },
  ],
  [
    'does so in a function',
    `async function main() {\n let s = 'a'; s += 'b'; ${javascript('s')} try { payload.name = '2'; await fetch(u) } catch { throw 1 } }`,
    { batchName: '2', steps: 'ab' },
  ],
])('a JavaScript program that %s is followed', (_what, program, texts) => {
  expect(draftFrom(program).texts).toMatchObject(texts)
  expect(notesOf(program)).toEqual([])
})

const NO_STEPS = 'Steps is empty: only running the program would tell it.'
const NO_NAME = 'Batch name is empty: only running the program would tell it.'

test.each([
  ['in a branch', `s = "a"\nif x:\n  s = "b"\n${python('s')}`, NO_STEPS],
  ['in either branch', `if x:\n  s = "a"\nelse:\n  s = "b"\n${python('s')}`, NO_STEPS],
  ['in a loop', `s = ""\nfor i in x:\n  s += "b"\n${python('s')}`, NO_STEPS],
  ['by a call', `s = "a"\ns = s.replace("a", x)\n${python('s')}`, NO_STEPS],
  ['by a function', `s = "a"\ndef f():\n  global s\n  s = "b"\n${python('s')}`, NO_STEPS],
  ['after a function was written', `s = "a"\ndef f():\n  ${python('s')}s = "b"\nf()`, NO_STEPS],
  ['by who calls', `s = "a"\ndef f(s):\n  ${python('s')}`, NO_STEPS],
  ['by a file', `s = "a"\nwith open(x) as s:\n  ${python('s')}`, NO_STEPS],
  ['as a member', `${python()}payload["task_details"]["task_steps"] = f()`, NO_STEPS],
  ['as a member in a branch', `${python()}if x:\n  payload["name"] = "2"`, NO_NAME],
  ['in an error', `try:\n  ${python()}except E:\n  payload["name"] = "2"`, NO_NAME],
  ['in a JavaScript branch', `let s = 'a'; if (x) s = 'b';\n${javascript('s')}`, NO_STEPS],
  [
    'in half a condition',
    `let s = 'a'; x ? s = 'b' : 0; y && (s = 'c');\n${javascript('s')}`,
    NO_STEPS,
  ],
  ['in a case', `let s = 'a'; switch (x) { case 1: s = 'b' }\n${javascript('s')}`, NO_STEPS],
  [
    'in a JavaScript loop',
    `let s = ''; xs.forEach((x) => { s += x });\n${javascript('s')}`,
    NO_STEPS,
  ],
  ['as a JavaScript member', `${javascript()}if (x) payload.name = '2'`, NO_NAME],
  ['out of an object', `const { s } = x;\n${javascript('s')}`, NO_STEPS],
])('a value that a program changes %s is left empty and named', (_how, program, note) => {
  expect(notesOf(program)).toEqual([note])
})

test.each([
  ['an unknown dictionary', `${python()}payload.update(more)`],
  ['an unknown dictionary inside', 'p = {"name": "N", **more, "task_details": {"task_name": "T"}}'],
  ['an unknown key', `${python()}payload[key] = "x"`],
  ['a function', `def f(p):\n  p["task_steps"] = "x"\n${python()}f(payload["task_details"])`],
  ['an unknown object', "const p = { name: 'N', task_details: { task_name: 'T', ...more } }"],
  [
    'what it sent before',
    `${python()}post(json=payload)\npayload["name"] = "2"\npost(json=payload)`,
  ],
  ['an update after it was sent', `${python()}post(payload)\npayload.update(name="2")`],
  [
    'what it sent before in JavaScript',
    `${javascript()}post({ body: JSON.stringify(payload) }); payload.task_details.task_steps = '2'`,
  ],
  ['a JavaScript function', `function f(p) { p.name = 'x' }\n${javascript()}f(payload)`],
])('a program that changes a request by %s says that every field needs a look', (_how, program) => {
  expect(notesOf(program)).toEqual([
    'The program does more to this request than can be told without running it. Compare every field.',
  ])
})

test('a request that is copied and changed is there in both forms', () => {
  const { drafts } = readPasted(
    `${python()}second = copy.deepcopy(payload)\nsecond["name"] = "2"\nsecond["task_details"]["task_steps"] = "3"`,
    'practice',
  )
  const read = drafts.map(({ draft: { texts } }) => [texts.batchName, texts.steps])
  expect(read).toEqual([
    ['N', 'S'],
    ['2', '3'],
  ])
})

test('an object that is put into itself does no harm', () => {
  expect(draftFrom(`${python()}payload["self"] = payload`).texts.steps).toBe('S')
})
