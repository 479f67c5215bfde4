import type { CreateBatchRequest } from '#contract/batch.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'

/** The texts of the draft that a request has to become. */
export function expectedTexts(request: CreateBatchRequest): DraftTexts {
  return {
    ...blankTexts,
    taskTitle: request.task_details.task_name,
    introduction: request.task_details.task_introduction,
    steps: request.task_details.task_steps,
    batchName: request.name,
    workspaceId: request.workspace_id,
    datasetId: request.dataset_id ?? '',
    questions: request.batch_items ? JSON.stringify(request.batch_items, null, 2) : '',
    autoSync: request.auto_sync_enabled ?? false,
  }
}

const URL = 'https://api.prolific.com/api/v1/data-collection/batches'
const body = (request: CreateBatchRequest) => JSON.stringify(request)

export const json = (request: CreateBatchRequest) => JSON.stringify(request, null, 2)

export const looseJson = (request: CreateBatchRequest) =>
  `// The request\n${json(request).replace(/\n\}$/, ', /* the end */\n}')}`

export const answer = ({ dataset_id, ...request }: CreateBatchRequest) =>
  JSON.stringify({
    id: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
    created_at: '2026-01-24T14:15:22.000Z',
    status: 'UNINITIALISED',
    datasets: dataset_id ? [{ id: dataset_id, total_datapoint_count: 3 }] : [],
    total_task_count: 0,
    ...request,
  })

export const httpAnswer = (request: CreateBatchRequest) =>
  `HTTP/2 201\ncontent-type: application/json\nserver: x\n\n${answer(request)}\n`

const single = (word: string) => `'${word.replaceAll("'", `'"'"'`)}'`
const headers = `-H 'Content-Type: application/json' -H "Authorization: Token $PROLIFIC_TOKEN"`

export const curlSingle = (request: CreateBatchRequest) =>
  `curl -sS -X POST ${URL} \\\n  ${headers} \\\n  -d ${single(body(request))}\n`

/** Character by character, as Chromium's "Copy as cURL (bash)". */
export const curlAnsi = (request: CreateBatchRequest) => {
  const escaped = body(request)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll(/[^\u0020-\u007E]|!/g, (unit) =>
      Array.from({ length: unit.length }, (_, at) => unit.charCodeAt(at).toString(16))
        .map((code) => `\\u${code.padStart(4, '0')}`)
        .join(''),
    )
  return `curl '${URL}' \\\n  -H 'accept: */*' \\\n  --data-raw $'${escaped}'`
}

export const curlDouble = (request: CreateBatchRequest) =>
  `curl "${URL}" --json "${body(request).replaceAll(/[\\"$`]/g, '\\$&')}"`

export const curlHereDocument = (request: CreateBatchRequest) =>
  `curl ${URL} ${headers} --data-binary @- <<'END_OF_BODY'\n${json(request)}\nEND_OF_BODY\n`

/** As Chromium's "Copy as cURL (cmd)". */
export const curlCmd = (request: CreateBatchRequest) => {
  const escaped = body(request)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`\u0080-\uFFFF]/g, '^$&')
  return `curl ^"${URL}^" ^\r\n  -H ^"accept: application/json^" ^\r\n  --data-raw ^"${escaped}^"`
}

export const curlPowershell = (request: CreateBatchRequest) =>
  `curl.exe -X POST "${URL}" \`\n  -H "Content-Type: application/json" \`\n  --data-raw '${body(request).replaceAll("'", "''")}'`

export const invokeRestMethod = (request: CreateBatchRequest) =>
  `$body = @'\n${json(request)}\n'@\nInvoke-RestMethod -Method Post -Uri "${URL}" -Body $body -ContentType "application/json"`

export const cli = ({ name, workspace_id, task_details, ...rest }: CreateBatchRequest) => {
  const flags = [
    `-n ${single(name)}`,
    `--workspace-id=${workspace_id}`,
    `--task-name ${single(task_details.task_name)}`,
    `--task-introduction=${single(task_details.task_introduction)}`,
    `--task-steps ${single(task_details.task_steps)}`,
    rest.dataset_id ? `-d ${rest.dataset_id}` : '',
    rest.batch_items ? `-j ${single(JSON.stringify(rest.batch_items))}` : '',
    rest.auto_sync_enabled ? '--auto-sync' : '--no-auto-sync',
  ]
  return `prolific aitaskbuilder batch create ${flags.filter(Boolean).join(' \\\n  ')}`
}

const pythonString = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

function python(value: unknown): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return pythonString(value)
  if (Array.isArray(value)) return `[${value.map(python).join(', ')},]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).map(([key, member]) => `'${key}': ${python(member)}`)
  return `{ # a comment\n${members.join(',\n')},\n}`
}

export const pythonDictionary = (request: CreateBatchRequest) => python(request)

export const pythonScript = (request: CreateBatchRequest) => {
  const { task_introduction: introduction, task_steps: steps } = request.task_details
  const triple = `'''${introduction.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'''`
  const half = Math.floor(steps.length / 2)
  const isPair = /[\uD800-\uDBFF]/.test(steps.charAt(half - 1))
  const at = isPair ? half - 1 : half
  const joined = `(\n  ${pythonString(steps.slice(0, at))}\n  ${pythonString(steps.slice(at))}\n)`
  const printed = python({
    ...request,
    task_details: { ...request.task_details, task_introduction: '@I', task_steps: '@S' },
  })
  const dictionary = printed.replace('"@I"', () => triple).replace('"@S"', () => joined)
  return `import os
import requests

payload = ${dictionary}
headers = {"Authorization": f"Token {os.environ['PROLIFIC_TOKEN']}"}
response = requests.post("${URL}", json=payload, headers=headers)
print(response.json())
`
}

export const javascript = (request: CreateBatchRequest) => {
  const template = request.task_details.task_steps.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')
  const printed = JSON.stringify({
    ...request,
    task_details: { ...request.task_details, task_steps: '@S' },
  }).replaceAll(/"(\w+)":/g, (all, key: string) =>
    ['name', 'task_steps', 'workspace_id'].includes(key) ? `${key}:` : all,
  )
  return `const response = await fetch('${URL}', {
  method: 'POST',
  headers: { Authorization: \`Token \${process.env.PROLIFIC_TOKEN}\` },
  body: JSON.stringify(${printed.replace('"@S"', () => `\`${template}\``)}),
});`
}

export const go = (request: CreateBatchRequest) => `package main

func main() {
	payload := strings.NewReader(${JSON.stringify(json(request))})
	req, _ := http.NewRequest("POST", "${URL}", payload)
}`
