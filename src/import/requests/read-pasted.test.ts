// @vitest-environment node
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { writeJson, writeYaml } from '#drafts/file-format/write-draft-file.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { readPasted } from './read-pasted.ts'
import { draftFrom } from '#import/requests/testing/draft-from.ts'

const TOKEN = 'canary-7f3a9c51e2b84d06'
const body = JSON.stringify(documentedExample)
const read = (text: string) => readPasted(text, 'practice')
const reason = (text: string) => read(text).problems[0]?.reason

test('a request says which fields it fills and which members have no field', () => {
  const { source, drafts, ignored } = read(
    JSON.stringify({
      ...documentedExample,
      auto_sync_enabled: true,
      task_details: { ...documentedExample.task_details, colour: 'red' },
    }),
  )
  expect(source).toBe('the JSON of a request')
  expect(drafts[0]?.understood).toEqual([
    'taskTitle',
    'introduction',
    'steps',
    'datasetId',
    'autoSync',
    'batchName',
    'workspaceId',
  ])
  expect(ignored).toEqual(['task_details.colour'])
})

test('members that are called like what every object has are named as any others', () => {
  const { drafts, ignored } = read(
    '{"name": "N", "valueOf": "x", "task_details": {"task_name": "T", "constructor": "c", "toString": 1}}',
  )
  expect(ignored).toEqual(['valueOf', 'task_details.constructor', 'task_details.toString'])
  expect(drafts[0]).toMatchObject({ understood: ['taskTitle', 'batchName'], notes: [] })
  expect(Object.keys(drafts[0]?.draft.texts ?? {})).toEqual(Object.keys(blankTexts))
})

test('the example of the API’s page in Python is read, its calls and headers aside', () => {
  const { source, drafts, hadToken } = read(`import requests

url = "https://api.prolific.com/api/v1/data-collection/batches"

payload = ${JSON.stringify(documentedExample, null, 4)}
headers = {
    "Authorization": "",
    "Content-Type": "application/json"
}

response = requests.post(url, json=payload, headers=headers)

print(response.json())`)
  expect(source).toBe('a Python program')
  expect(drafts).toHaveLength(1)
  expect(drafts[0]?.draft.texts.steps).toBe(documentedExample.task_details.task_steps)
  expect(hadToken).toBe(false)
})

test('line breaks that a page put inside the texts of a program are kept as line breaks', () => {
  const { texts } =
    draftFrom(`# Create a Batch ## SDK Code Examples \`\`\`python import requests url =
"https://api.prolific.com" payload = { "name": "Sentiment", "workspace_id": "6278acb09062db3b35bcbeb0",
"task_details": { "task_name": "Evaluate", "task_introduction": "

It's about reviews.

", "task_steps": "
  1. Read each review
" }, "dataset_id": "1234acb09999db4b99bcded1" } headers = { "Authorization": "" } \`\`\``)
  expect(texts).toMatchObject({
    batchName: 'Sentiment',
    introduction: "\n\nIt's about reviews.\n\n",
    steps: '\n  1. Read each review\n',
    datasetId: '1234acb09999db4b99bcded1',
  })
})

test.each([
  ['a header of curl', `curl -H 'Authorization: Token ${TOKEN}' -d '${body}'`],
  ['a header of curl without a scheme', `curl -H "Authorization: ${TOKEN}" -d '${body}'`],
  [
    'a variable before the command',
    `PROLIFIC_TOKEN=${TOKEN} prolific aitaskbuilder batch create -n A`,
  ],
  ['a variable of its own', `export PROLIFIC_TOKEN="${TOKEN}"\ncurl -d '${body}'`],
  ['a Python program', `h = {"Authorization": "Token ${TOKEN}"}\np = ${body}`],
  ['a Python variable', `API_TOKEN = '${TOKEN}'\np = ${body}`],
  [
    'a JavaScript program',
    `fetch(u, {headers: {Authorization: 'Token ${TOKEN}'}, body: '${body}'})`,
  ],
  [
    'a request as it goes over the wire',
    `POST /x HTTP/1.1\nAuthorization: Token ${TOKEN}\n\n${body}`,
  ],
  ['a PowerShell command', `irm -Headers @{ Authorization = "Token ${TOKEN}" } -Body '${body}'`],
  [
    'a C# program',
    `request.AddHeader("Authorization", "Token ${TOKEN}"); var x = ${JSON.stringify(body)}`,
  ],
  ['JSON', JSON.stringify({ ...documentedExample, token: TOKEN })],
  ['the name of an option', `curl --${TOKEN} -H 'Authorization: Token ${TOKEN}' -d '${body}'`],
  [
    'a text of the task',
    `curl -H 'Authorization: Token ${TOKEN}' -d '{"name":"n ${TOKEN}","workspace_id":"w"}'`,
  ],
  ['a broken request', `{"token": "${TOKEN}", "name": }`],
])('a token in %s is noticed and gets nowhere', (_where, text) => {
  const pasted = read(text)
  expect(pasted.hadToken).toBe(true)
  expect(JSON.stringify(pasted)).not.toContain(TOKEN)
})

test.each([
  `curl -H "Authorization: Token $PROLIFIC_TOKEN" -d '${body}'`,
  `curl -H "Authorization: Token <your token>" -d '${body}'`,
  `h = {"Authorization": f"Token {os.environ['PROLIFIC_TOKEN']}"}\np = ${body}`,
  `const token = process.env.PROLIFIC_TOKEN; fetch(u, {headers: {Authorization: \`Token \${token}\`}, body: '${body}'})`,
  JSON.stringify({
    name: 'Token classification',
    task_details: { task_steps: 'Token classification' },
  }),
])('what only holds the place of a token is none: %s', (text) => {
  const { hadToken, drafts } = read(text)
  expect(hadToken).toBe(false)
  expect(drafts).toHaveLength(1)
})

test('the official command keeps a written-out \\n as it sends it, and says so', () => {
  const { drafts, ignored } = read(String.raw`$ prolific aitaskbuilder batch create \
  -n "Steps" -w "$WORKSPACE_ID" -d 0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d \
  --task-name "Rate" --task-introduction "Hello" \
  --task-steps "1. Read\n2. Choose" --batch-items-file items.json --auto-sync`)
  expect(drafts[0]?.draft.texts).toMatchObject({
    steps: String.raw`1. Read\n2. Choose`,
    workspaceId: '',
    autoSync: true,
  })
  expect(drafts[0]?.notes).toEqual([
    'Workspace is empty: its value is in the variable WORKSPACE_ID.',
    'Steps has “\\n” written out, as it would have been sent. Checks offers to turn it into lines or a list.',
    'The questions are in the file items.json. Paste its contents into Questions.',
  ])
  expect(ignored).toEqual([])
})

test('variables that a script sets itself are known', () => {
  const { texts } = draftFrom(
    `WORKSPACE=6278acb09062db3b35bcbeb0\nBODY='{"name":"A","workspace_id":"'"$WORKSPACE"'"}'\ncurl -d "$BODY" https://x`,
  )
  expect(texts).toMatchObject({ batchName: 'A', workspaceId: '6278acb09062db3b35bcbeb0' })
})

test('what only running a program would tell is left empty and named', () => {
  const { drafts } = read(
    'p = {"name": f"Batch {n}", "task_details": {"task_name": "T", "task_steps": steps()}}',
  )
  expect(drafts[0]?.understood).toEqual(['taskTitle'])
  expect(drafts[0]?.notes).toEqual([
    'Batch name is empty: its value is computed when the program runs. Print the JSON and paste the output.',
    'Steps is empty: its value is computed when the program runs. Print the JSON and paste the output.',
  ])
})

test('a list of batches that the API answered becomes a draft each, without the API’s ids', () => {
  const batch = {
    ...documentedExample,
    id: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
    batch_items: [
      { id: 'p', rows: [{ id: 'r', columns: [{ id: 'c', items: [{ id: 'i', type: 'image' }] }] }] },
    ],
  }
  const { source, drafts } = read(
    JSON.stringify({ results: [batch, { ...batch, name: 'Another' }], meta: { count: 2 } }),
  )
  expect(source).toBe('an answer of the API')
  expect(drafts.map(({ draft }) => draft.texts.batchName)).toEqual([batch.name, 'Another'])
  expect(drafts[0]?.draft.texts.questions).not.toContain('"id"')
})

test.each([
  ['JSON', writeJson],
  ['YAML', writeYaml],
])('a file of drafts in %s is read as one', (_name, write) => {
  const drafts = [
    { name: 'Mine', place: 'prolific' as const, texts: { ...blankTexts, steps: '<p>One</p>' } },
    { name: '', place: 'practice' as const, texts: { ...blankTexts, batchName: 'Two' } },
  ]
  const pasted = read(write(drafts))
  expect(pasted.drafts.map(({ draft }) => draft)).toEqual(drafts)
  expect(pasted.source).toBe('a file of drafts')
})

test.each([
  ['  ', 'There is nothing to read yet.'],
  [
    'Hello, could you look at this?',
    'No request was found. Paste the JSON of a request, the whole command or the whole program.',
  ],
  [
    '<p>Read the text.</p>',
    'This looks like the text of a task. Paste it into Introduction or Steps.',
  ],
  ['{"name": "A" "workspace_id": 1}', 'This is not readable JSON (comma expected).'],
  [
    '{"error": {"status": 404}}',
    'This is JSON, but not a batch request: it has no name and no task details.',
  ],
  [
    'curl https://api.prolific.com -d \'{"name": \'',
    'What this command sends is not readable JSON. A quotation mark or the end may be missing.',
  ],
  ['curl https://api.prolific.com', 'This command sends nothing. Copy it again with its data.'],
  [
    'curl https://api.prolific.com -d @batch.json',
    'The request is in the file batch.json. Paste its contents, or choose the file here.',
  ],
])('%s is not taken, with the remedy', (text, expected) => {
  expect(reason(text)).toBe(expected)
  expect(read(text).drafts).toEqual([])
})

test.each([
  ['brackets', '['.repeat(200_000)],
  ['objects', '{"task_details":'.repeat(50_000)],
  [
    'deep questions',
    `{"name":"a","batch_items":${'[{"rows":'.repeat(20_000)}1${'}]'.repeat(20_000)}}`,
  ],
  ['a program of brackets', `task_name = ${'['.repeat(50_000)}`],
  ['half a command', `curl ${'"\\'.repeat(100_000)}`],
  ['many here-documents', '<<A\n'.repeat(5_000)],
  [
    'prototypes',
    '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"name":1,"task_details":[]}',
  ],
])('a hostile text of %s is refused', (_name, text) => {
  expect(read(text).drafts).toEqual([])
  expect(reason(text)).not.toBe('')
  expect({}).not.toHaveProperty('x')
})

test('two less-than signs within a quoted text begin no here-document', () => {
  const steps = '<p>x<<c\nand\nc\nso on</p>'
  const command = `prolific aitaskbuilder batch create -n Pilot -w 6278acb09062db3b35bcbeb0 --task-name T --task-introduction '<p>I</p>' --task-steps '${steps}'`
  expect(draftFrom(command).texts).toMatchObject({ batchName: 'Pilot', steps })
})
