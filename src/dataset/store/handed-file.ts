import type { Environment } from '#contract/environment.ts'

/** A file on its way from one screen to another: an address cannot carry it. */
type Handed = { address: string; file: Blob; name: string }

let handed: Handed | null = null

/** Where the spreadsheet of a draft is read, looked at and made a dataset. */
export function dataAddress(environment: Environment, draft: string): string {
  return `/${environment}/data?draft=${encodeURIComponent(draft)}`
}

/** Leaves a file for the page at `address`, which is opened next, in place of one left before. */
export function handFile(address: string, file: Blob, name: string): void {
  handed = { address, file, name }
}

/** The file that was left for the page at `address`, once; null when there is none. */
export function takeHandedFile(address: string): { file: Blob; name: string } | null {
  if (handed?.address !== address) return null
  const { file, name } = handed
  handed = null
  return { file, name }
}
