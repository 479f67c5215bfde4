// @vitest-environment node
import { execFile, execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createApp } from './app.ts'
import { createRelay } from '#server/relay/relay.ts'
import { newDataFolder } from '#server/testing/built-server.ts'
import { serveApp } from '#server/testing/http-fixture.ts'

// The samples of the API's own page, with their tags, another base address and a token; the only other
// change is that the status is printed as well.
const python = (base: string) => `
import requests

url = "${base}/v1/data-collection/batches"

payload = {
    "name": "Sentiment Analysis Batch",
    "workspace_id": "6278acb09062db3b35bcbeb0",
    "task_details": {
        "task_name": "Evaluate Product Reviews",
        "task_introduction": "<p>In this task, you will analyze product reviews and categorize their sentiment.</p>",
        "task_steps": "<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>"
    },
    "dataset_id": "1234acb09999db4b99bcded1"
}
headers = {
    "Authorization": "Token anything",
    "Content-Type": "application/json"
}

response = requests.post(url, json=payload, headers=headers)

print(response.status_code)
print(response.json())
`

const javascript = (base: string) => `
const url = '${base}/v1/data-collection/batches';
const options = {
  method: 'POST',
  headers: {Authorization: 'Token anything', 'Content-Type': 'application/json'},
  body: '{"name":"Sentiment Analysis Batch","workspace_id":"6278acb09062db3b35bcbeb0","task_details":{"task_name":"Evaluate Product Reviews","task_introduction":"<p>In this task, you will analyze product reviews and categorize their sentiment.</p>","task_steps":"<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>"},"dataset_id":"1234acb09999db4b99bcded1"}'
};

try {
  const response = await fetch(url, options);
  const data = await response.json();
  console.log(response.status);
  console.log(data);
} catch (error) {
  console.error(error);
}
`

/** As much of the requests library as the sample uses, for a machine that does not have it. */
const requestsShim = `
import json as _json
import urllib.request

class _Response:
    def __init__(self, answer):
        self.status_code = answer.status
        self._body = answer.read()
    def json(self):
        return _json.loads(self._body)

def post(url, json, headers):
    body = _json.dumps(json).encode()
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    return _Response(urllib.request.urlopen(request))
`

function works(command: string, ...args: string[]) {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function openPractice() {
  const practice = createPracticeBackend()
  const hosts = new Set<string>()
  const address = await serveApp(
    createApp({
      knowsHost: (host) => hosts.has(host),
      practice,
      prolific: createRelay({ url: 'http://127.0.0.1:9', token: undefined }),
      journal: openJournal({ path: ':memory:' }),
    }),
  )
  hosts.add(new URL(address).host)
  return { practice, base: `${address}/practice/api`, folder: await newDataFolder() }
}

function expectTheExampleIn({ practice }: Awaited<ReturnType<typeof openPractice>>) {
  const { name, task_details, workspace_id } = documentedExample
  const stored = practice.store.batchesOf(workspace_id)
  expect(stored.map(({ request }) => request)).toMatchObject([{ name, task_details }])
}

test.runIf(works('python3', '--version'))('the Python sample creates a batch', async () => {
  const opened = await openPractice()
  const sample = join(opened.folder, 'sample.py')
  await writeFile(sample, python(opened.base))
  const shim = join(opened.folder, 'shim')
  await mkdir(shim)
  await writeFile(join(shim, 'requests.py'), requestsShim)
  const hasRequests = works('python3', '-c', 'import requests')
  const { stdout } = await promisify(execFile)('python3', [sample], {
    env: { PATH: process.env['PATH'], ...(!hasRequests && { PYTHONPATH: shim }) },
  })
  expect(stdout).toMatch(/^201\n.*'status': 'UNINITIALISED'/)
  expectTheExampleIn(opened)
})

test('the JavaScript sample creates a batch', async () => {
  const opened = await openPractice()
  const sample = join(opened.folder, 'sample.mjs')
  await writeFile(sample, javascript(opened.base))
  const { stdout } = await promisify(execFile)(process.execPath, [sample])
  expect(stdout).toMatch(/^201\n/)
  expect(stdout).toContain("status: 'UNINITIALISED'")
  expectTheExampleIn(opened)
})
