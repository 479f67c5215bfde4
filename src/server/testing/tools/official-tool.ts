import * as z from 'zod/mini'
import {
  Batch,
  Dataset,
  Export,
  ExportList,
  Instruction,
  int,
  Job,
  listOf,
  needed,
  Response,
  Sync,
  text,
  Upload,
} from './official-tool-reads.ts'

/** Where a tool finds the API. */
export type Surroundings = {
  /** What it calls instead of `https://api.prolific.com`. */
  base: string
  /** Comes between two polls. */
  wait: () => Promise<void>
  fetch?: typeof fetch
}

const DATA = '/api/v1/data-collection'
const MOST_POLLS = 200

const batch = (id: string) => `${DATA}/batches/${id}`

/**
 * Plays the commands of the official command-line tool: what they send comes from its public source.
 * Each throws when the tool would end with an error.
 */
export function officialTool({ base, wait, fetch = globalThis.fetch }: Surroundings) {
  /** Every call says that it is JSON, also without a body, and its JSON ends with a line break. */
  async function send(method: string, path: string, status?: number, body?: unknown) {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'prolific-oss/cli',
        authorization: 'Token from-the-environment',
      },
      ...(body !== undefined && { body: `${JSON.stringify(body)}\n` }),
    })
    const told = await answer.text()
    if (answer.status >= 400 || (status !== undefined && answer.status !== status)) {
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${told}`)
    }
    return told
  }
  const read = async <T>(path: string, reads: z.ZodMiniType<T>) =>
    reads.parse(JSON.parse(await send('GET', path)))
  const change = async <T>(
    method: string,
    path: string,
    status: number,
    reads: z.ZodMiniType<T>,
    body?: unknown,
  ) => reads.parse(JSON.parse(await send(method, path, status, body)))
  async function poll<T extends { status: string }>(
    path: string,
    reads: z.ZodMiniType<T>,
    running: readonly string[],
  ) {
    for (let polls = 0; polls < MOST_POLLS; polls += 1) {
      const told = await read(path, reads)
      if (!running.includes(told.status)) return told
      await wait()
    }
    throw new Error(`${path} did not come to an end.`)
  }

  return {
    whoami: async () => read('/api/v1/users/me', z.looseObject({ id: needed, email: text })),
    workspaceList: async () =>
      read(
        '/api/v1/workspaces/?limit=200&offset=0',
        listOf(z.looseObject({ id: needed, title: text, description: text })),
      ),
    projectList: async (workspace: string) =>
      read(
        `/api/v1/workspaces/${workspace}/projects/?limit=200&offset=0`,
        listOf(z.looseObject({ id: needed, title: text, description: text, owner: text })),
      ),
    balance: async (workspace: string) =>
      read(
        `/api/v1/workspaces/${workspace}/balance/`,
        z.looseObject({ currency_code: text, total_balance: int, available_balance: int }),
      ),
    datasetCreate: async (body: { name: string; workspace_id: string; schema?: unknown }) =>
      change('POST', `${DATA}/datasets`, 201, Dataset, body),
    /** Reads the dataset first, for its schema; then asks for an address, sends the file and waits. */
    datasetUpload: async (id: string, filename: string, bytes: Uint8Array<ArrayBuffer>) => {
      await read(`${DATA}/datasets/${id}`, Dataset)
      const address = `${DATA}/datasets/${id}/upload-url/${encodeURIComponent(filename)}`
      const upload = await read(address, Upload)
      const sent = await fetch(upload.upload_url, {
        method: upload.http_method,
        headers: { 'content-type': upload.content_type },
        body: bytes,
      })
      if (!sent.ok) throw new Error(`The file was refused: ${await sent.text()}`)
      const running = ['uninitialised', 'queued', 'processing']
      return poll(`${DATA}/datasets/${id}/imports/${upload.import_id}`, Job, running)
    },
    batchCreate: async (body: object) => change('POST', `${DATA}/batches`, 201, Batch, body),
    batchList: async (workspace: string) =>
      read(`${DATA}/batches/?workspace_id=${workspace}`, listOf(Batch)),
    batchView: async (id: string) => read(batch(id), Batch),
    /** Asks for the batch first, because the API takes the task details as a whole. */
    batchUpdate: async (id: string, changes: { name?: string; task_introduction?: string }) => {
      const { task_details } = await read(batch(id), Batch)
      const { name, task_introduction } = changes
      const details = { ...task_details, ...(task_introduction && { task_introduction }) }
      const body = { ...(name && { name }), ...(task_introduction && { task_details: details }) }
      return change('PATCH', batch(id), 200, Batch, body)
    },
    batchCheck: async (id: string) =>
      poll(`${batch(id)}/status`, z.looseObject({ status: needed }), ['PROCESSING']),
    batchInstructions: async (id: string, instructions: readonly object[]) =>
      change('POST', `${batch(id)}/instructions`, 201, z.array(Instruction), { instructions }),
    batchSetup: async (id: string, dataset_id: string, tasks_per_group: number) => {
      await send('POST', `${batch(id)}/setup`, 202, { dataset_id, tasks_per_group })
    },
    batchTasks: async (id: string) => read(`${batch(id)}/tasks`, z.array(z.string())),
    /** Resolves to the address that it opens. */
    batchPreview: async (id: string) => {
      await read(batch(id), Batch)
      const [group] = await read(`${batch(id)}/task-groups`, z.array(z.string()))
      if (group === undefined) throw new Error(`There are no task groups for batch ${id}.`)
      const app = 'https://app.prolific.com/data-collection-tool'
      return `${app}/batches/${id}/task-groups/${group}?preview=true`
    },
    batchSync: async (id: string) => {
      const { sync_id } = await change('POST', `${batch(id)}/sync`, 202, Sync)
      return poll(`${batch(id)}/syncs/${sync_id}`, Sync, ['queued', 'processing'])
    },
    batchResponses: async (id: string) => read(`${batch(id)}/responses`, listOf(Response)),
    /** Resolves to the bytes of the archive, which it fetches as anybody would. */
    batchExport: async (id: string) => {
      const { export_id } = await change('POST', `${batch(id)}/export`, 202, Export)
      const done = await poll(`${batch(id)}/export/${export_id}`, Export, ['generating'])
      const file = await fetch(done.url ?? '')
      if (!file.ok) throw new Error(`The archive was refused: ${await file.text()}`)
      return new Uint8Array(await file.arrayBuffer())
    },
    exportList: async (id: string) => read(`${batch(id)}/export`, ExportList),
    exportDelete: async (id: string, exportId: string) => {
      await send('DELETE', `${batch(id)}/export/${exportId}`, 204)
    },
  }
}
