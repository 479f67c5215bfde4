import type { Backend } from '#contract/app-config.ts'
import { Dataset } from '#contract/dataset.ts'
import {
  AppendAnswer,
  DatasetStatus,
  ImportJob,
  UploadAddress,
} from '#contract/dataset-requests.ts'
import { ApiError } from '#api/api-error.ts'
import { callOf, classify, send } from '#api/http.ts'

/** Creates a dataset from a body as it is, once for one key. Rejects with an ApiError. */
export function createDataset(backend: Backend, body: string, key: string): Promise<Dataset> {
  return send(Dataset, { ...callOf(backend, 'createDataset'), body, key })
}

/**
 * An address to upload a file to. Every call makes an import job at the backend, so it has a key like
 * every other write. Rejects with an ApiError.
 */
export function askUploadAddress(
  backend: Backend,
  dataset: string,
  filename: string,
  key: string,
): Promise<UploadAddress> {
  return send(UploadAddress, {
    ...callOf(backend, 'createUploadUrl', { id: dataset, filename }),
    key,
  })
}

/** How far the import of an upload is. Rejects with an ApiError. */
export function readImport(
  backend: Backend,
  dataset: string,
  importId: string,
  signal?: AbortSignal,
): Promise<ImportJob> {
  const call = callOf(backend, 'readDatasetImport', { id: dataset, import_id: importId })
  return send(ImportJob, { ...call, ...(signal && { signal }) })
}

/** How far the reading of a dataset of the older kind is. Rejects with an ApiError. */
export async function readDatasetStatus(backend: Backend, id: string): Promise<string | null> {
  const { status } = await send(DatasetStatus, callOf(backend, 'readDatasetStatus', { id }))
  return status
}

/** A dataset as the backend knows it now. Rejects with an ApiError. */
export function readDataset(backend: Backend, id: string): Promise<Dataset> {
  return send(Dataset, callOf(backend, 'readDataset', { id }))
}

/**
 * Adds records, a JSON object a line, to a typed dataset, once for one key. Records that are in already
 * count as accepted and are not added again. Rejects with an ApiError.
 */
export function appendDatapoints(
  backend: Backend,
  dataset: string,
  lines: string,
  key: string,
): Promise<AppendAnswer> {
  const call = callOf(backend, 'appendDatapoints', { id: dataset })
  return send(AppendAnswer, { ...call, body: lines, type: 'application/x-ndjson', key })
}

/**
 * Uploads a file to the address that a backend gave for it, as it is and once. Only addresses of this
 * page's own origin are used: whatever a backend answers, rows go nowhere else. Rejects with an ApiError.
 */
export async function uploadFile(
  { upload_url, http_method, content_type }: UploadAddress,
  file: Blob,
): Promise<void> {
  const isAddress = URL.canParse(upload_url, location.origin)
  const address = isAddress ? new URL(upload_url, location.origin) : null
  if (address?.origin !== location.origin) {
    const detail = 'The address for the upload is not on this server, so nothing was uploaded.'
    throw new ApiError({ kind: 'off-contract', status: 200, detail })
  }
  const response = await put(address, http_method, content_type, file)
  if (!response.ok) throw new ApiError(classify(response, await response.text()))
}

async function put(address: URL, method: string, type: string, file: Blob) {
  try {
    return await fetch(address.pathname + address.search, {
      method,
      redirect: 'manual',
      headers: { 'Content-Type': type, 'X-App-Request': '1' },
      body: file,
    })
  } catch (cause) {
    throw new ApiError({ kind: 'unreachable' }, { cause })
  }
}
