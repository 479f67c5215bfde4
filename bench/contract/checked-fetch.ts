import * as z from 'zod/mini'
import type { Contract } from './document.ts'

const Violations = z.array(
  z.object({
    location: z.array(z.union([z.string(), z.number()])),
    message: z.string(),
  }),
)

/** Something that is not as the document says: where, and how often. */
export type Finding = { call: string; side: 'request' | 'response'; words: string; times: number }

/**
 * A `fetch` that sends the calls of an API through a proxy that checks them, and everything else where it
 * is meant for. It counts what the proxy finds.
 */
export function createCheckedFetch(contract: Contract, base: string, proxy: string) {
  const findings = new Map<string, Finding>()
  const checked = new Set<string>()
  const outside = new Set<string>()

  function note(call: string, header: string | null) {
    const found = Violations.parse(JSON.parse(header ?? '[]'))
    for (const { location, message } of found) {
      const side = location[0] === 'request' ? 'request' : 'response'
      // The place in a list says nothing more.
      const place = location.slice(1).filter((step) => !/^\d+$/.test(String(step)))
      const words = `${place.join('.')}: ${message}`
      const key = `${call} ${side} ${words}`
      const before = findings.get(key)
      findings.set(key, { call, side, words, times: (before?.times ?? 0) + 1 })
    }
  }

  const fetchChecked: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = init?.method ?? 'GET'
    if (!url.href.startsWith(`${base}/api/`)) return fetch(input, init)
    const path = url.href.slice(base.length).replace(/\?.*/, '')
    const call = contract.find(method, path)
    if (!call) {
      outside.add(`${method} ${path.replaceAll(/\/[0-9a-f-]{24,36}(?=\/|$)/g, '/{id}')}`)
      return fetch(input, init)
    }
    const answer = await fetch(`${proxy}${call.path}${url.search}`, init)
    checked.add(call.name)
    note(call.name, answer.headers.get('sl-violations'))
    return answer
  }
  return {
    fetch: fetchChecked,
    findings: () => [...findings.values()],
    /** The calls of the document that were made, and those made that are not in it. */
    checked: () => [...checked],
    outside: () => [...outside],
  }
}
