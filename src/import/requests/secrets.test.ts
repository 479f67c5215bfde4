// @vitest-environment node
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { writeJson, writeYaml } from '#drafts/file-format/write-draft-file.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { readPasted } from './read-pasted.ts'

const read = (text: string) => readPasted(text, 'practice')
const withSteps = (steps: string) =>
  JSON.stringify({
    ...documentedExample,
    task_details: { ...documentedExample.task_details, task_steps: steps },
  })

const ORDINARY = [
  '<p>TOKEN: sentence part. Read each sentence.</p>',
  '<p>Judge <code>git push -u origin main</code>, then the original. Is it aboriginal?</p>',
  '<p>[TOKEN]: category. Choose the category of each subcategory.</p>',
  `<p>token: 'classification-A'. Do classification-A first.</p>`,
  '<pre>API_KEY = example-value</pre><p>An example-value is none.</p>',
  '<pre>mysql --user student1 --password mypassword</pre><p>Are student1 and student12 the same?</p>',
  '<p>Authorization = written-permission-form. Sign the written-permission-form.</p>',
  '<p>Authorization: Bearer letter-of-consent-2024</p>',
  '<p>TOKEN_1: iPhone15Pro, TOKEN_2: COVID-19-related, TOKEN_3: condition2version3</p>',
  '<p>secret: 2026-11-25T10-30-00, password: "internationalization"</p>',
  '<p>Token = myVeryLongVariableName or get_token_from_vault_v2</p>',
  '<p>token: Rechtsschutzversicherungsgesellschaft</p>',
  '<p>API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, TOKEN=00000000000000000000</p>',
]

test.each(ORDINARY)('ordinary words are no token: %s', (steps) => {
  const { drafts, hadToken } = read(withSteps(steps))
  expect(drafts[0]?.draft.texts.steps).toBe(steps)
  expect(hadToken).toBe(false)
})

const TOKENS = [
  ['of letters and digits', 'Yq7Zk2LwN0bXv3RtG8sHc1MdJ6pFa9UeOi4TxBnKz5WyVlQrDgCjSmPh'],
  ['with signs', 'hT3_x-9kQzL0_wvB-7nRmY2cJpD-u5sXeG8aF1oWiK4'],
  ['of small letters and digits', 'k3j9x0q8w7v2m5n1b6z4c8l0'],
  ['of letters', 'QmVtRkWpZxLsJdHgNbVcXyTrEwQaUiOp'],
  ['in hex', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
  ['as a UUID', '550e8400-e29b-41d4-a716-446655440000'],
  ['in groups', 'a1b2-c3d4-e5f6-a7b8'],
  ['as a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jK0nOrI2yTlQpXh5Fz8w'],
  ['in base64', 'dXNlcm5hbWU6cGFzc3dvcmQ='],
  ['that begins like a word', 'my7Zk2LwN0bXv3RtG8sHc1MdJ6pFa9Ue'],
] as const

const body = (token: string) => withSteps(`<p>One ${token}, “${token}”.</p>\n${token}`)
const PLACES: [string, (token: string) => string][] = [
  ['a header', (token) => `curl -H 'Authorization: Token ${token}' -d '${body(token)}'`],
  ['a header of another name', (token) => `curl -H "X-Api-Key: ${token}" -d '${body(token)}'`],
  ['a user and password', (token) => `curl -u me:${token} -d '${body(token)}'`],
  ['a variable of the environment', (token) => `T_TOKEN=${token} curl -d '${body(token)}'`],
  ['setx', (token) => `setx PROLIFIC_TOKEN ${token}\ncurl -d '${body(token)}'`],
  ['a Python variable', (token) => `api_token: str = '${token}'\np = ${body(token)}`],
  ['a fallback', (token) => `t = getenv("TOKEN") or "${token}"\np = ${body(token)}`],
  ['a JavaScript variable', (token) => `const apiKey = \`${token}\`\nconst p = ${body(token)}`],
  ['an address', (token) => `curl 'https://x/?token=${token}&a=1' -d '${body(token)}'`],
]

test.each(
  TOKENS.flatMap(([kind, token]) => PLACES.map(([at, put]) => [kind, at, put(token), token])),
)('a token %s in %s gets nowhere, wherever it is repeated', (_kind, _at, text, token) => {
  const pasted = read(text)
  expect(pasted.hadToken).toBe(true)
  expect(pasted.drafts[0]?.draft.texts.steps).toContain('<p>One ')
  expect(JSON.stringify(pasted)).not.toContain(token.replaceAll('=', ''))
})

test('a token goes as a whole: what it is only a part of stays, and escapes before it are no part', () => {
  const token = '7f3a9c51e2b84d06'
  const steps = String.raw`Read x${token}x.\n${token} %20${token}, _${token}_`
  const { drafts } = read(`PROLIFIC_TOKEN=${token} curl -d '${withSteps(steps)}'`)
  expect(drafts[0]?.draft.texts.steps).toBe(String.raw`Read x${token}x.\n %20, __`)
})

test.each([
  ['JSON', writeJson],
  ['YAML', writeYaml],
])('every character of a file of drafts in %s stays', (_name, write) => {
  const steps = [...ORDINARY, 'TOKEN=7f3a9c51e2b84d06', '7f3a9c51e2b84d06'].join('\n')
  const draft = { name: 'N', place: 'practice' as const, texts: { ...blankTexts, steps } }
  expect(read(write([draft]))).toMatchObject({ drafts: [{ draft }], hadToken: false })
})
