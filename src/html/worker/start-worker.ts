import { parsingPolicy } from '#html/parse/inert-document.ts'

/**
 * Starts a module worker of this app. Browsers with Trusted Types take no plain address for code; the
 * policy that parses inert documents vouches for it, so only addresses that the build wrote may come in
 * here (`import address from './x.worker.ts?worker&url'`).
 */
export function startWorker(address: string): Worker {
  const trusted = parsingPolicy()?.createScriptURL(address) ?? address
  return new Worker(trusted, { type: 'module' })
}
