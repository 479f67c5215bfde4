import * as z from 'zod/mini'
import type { FieldMessages, LayoutIssue } from './api-error.ts'

/** Long enough to be useful, short enough for a page: real answers of 200 KB have been seen. */
const LONGEST_DETAIL = 500

const position = z.catch(z.nullable(z.number()), null)
const Issue = z.looseObject({
  page: position,
  row: position,
  column: position,
  item: position,
  type: z.catch(z.string(), ''),
  field: z.catch(z.nullable(z.string()), null),
  message: z.catch(z.string(), ''),
})

const Layout = z.looseObject({ message: z.catch(z.string(), ''), issues: z.array(Issue) })
const Nested = z.looseObject({
  error: z.looseObject({ title: z.catch(z.string(), ''), detail: z.optional(z.unknown()) }),
})
const Flat = z.looseObject({ message: z.catch(z.string(), ''), detail: z.optional(z.unknown()) })

/** One message of a list, where the list does not hold plain words: `{message: "…", code: "…"}`. */
const Worded = z.looseObject({ message: z.string() })

const Informed = z.looseObject({ error: z.looseObject({ additional_information: z.string() }) })

export type ErrorBody = { detail: string; fields: FieldMessages; issues: readonly LayoutIssue[] }

/**
 * The words of an error answer, whichever of the API's shapes it has: the nested envelope, the flat
 * `{message, detail}`, a bare field map, layout issues, an HTML page or plain text.
 */
export function readErrorBody(body: string): ErrorBody {
  try {
    return readShapes(body)
  } catch (error) {
    // Nested deeper than anybody can walk: nothing of ours, and no reason to lose the answer.
    if (!(error instanceof RangeError)) throw error
    return { detail: cut(textOf(body)), fields: {}, issues: [] }
  }
}

function readShapes(body: string): ErrorBody {
  const json = parseJson(body)
  if (json === undefined) return { detail: cut(textOf(body)), fields: {}, issues: [] }

  const layout = Layout.safeParse(json)
  if (layout.success) {
    return { detail: cut(layout.data.message), fields: {}, issues: layout.data.issues }
  }
  const nested = Nested.safeParse(json)
  if (nested.success) return fromDetail(nested.data.error.detail, nested.data.error.title)
  const flat = Flat.safeParse(json)
  if (flat.success && (flat.data.message || flat.data.detail !== undefined)) {
    return fromDetail(flat.data.detail, flat.data.message)
  }
  return fromDetail(json, '')
}

function fromDetail(detail: unknown, title: string): ErrorBody {
  const fields = fieldMessages(detail)
  const words = Object.values(fields).flat().join(' ')
  const said = Object.keys(fields).length > 0 ? words : wordsOf(detail)
  return { detail: cut(said || title), fields, issues: [] }
}

function wordsOf(detail: unknown): string {
  if (typeof detail === 'string') return textOf(detail)
  if (Array.isArray(detail)) return detail.map(wordsOf).filter(Boolean).join(' ')
  if (detail === undefined || detail === null) return ''
  return Worded.safeParse(detail).data?.message ?? JSON.stringify(detail)
}

/** Flattens `{task_details: {task_name: ["…"]}}` to `{"task_details.task_name": ["…"]}`. */
function fieldMessages(detail: unknown): FieldMessages {
  const found = new Map<string, string[]>()
  for (const [path, words] of messagesIn(detail, [])) {
    const before = found.get(path) ?? []
    found.set(path, words === null ? before : [...before, cut(words)])
  }
  // Also a field that is called like a member of every object, such as "__proto__", is one of its own.
  return Object.fromEntries(found)
}

/** Each message below a field, with the field's path; null for a field that is named without words. */
function messagesIn(value: unknown, path: readonly string[]): [string, string | null][] {
  const named = path.length > 0
  if (typeof value === 'string') return named ? [[path.join('.'), value]] : []
  if (Array.isArray(value)) {
    if (!named) return []
    if (value.length === 0) return [[path.join('.'), null]]
    return value.flatMap((one) => messagesIn(one, path))
  }
  if (typeof value !== 'object' || value === null) return []
  const worded = named ? Worded.safeParse(value) : undefined
  if (worded?.success) return [[path.join('.'), worded.data.message]]
  return Object.entries(value).flatMap(([key, inner]) => messagesIn(inner, [...path, key]))
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A gateway's HTML page as the words on it. The result is only ever shown as text. */
function textOf(body: string) {
  if (!/<\w+[\s>]/.test(body)) return body
  const page = body.slice(0, 20_000).replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
  return page.replace(/<[^>]*>/g, ' ')
}

function cut(words: string) {
  const line = words.slice(0, 20_000).replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)}…` : line
}

/**
 * Whether our own server says that it could not even begin to send the request on (`not-sent`), or that
 * it has no token to send it with (`not-connected`).
 */
export function serverSays(information: 'not-sent' | 'not-connected', body: string) {
  return Informed.safeParse(parseJson(body)).data?.error.additional_information === information
}
