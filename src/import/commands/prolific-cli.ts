import type { CommandRequest } from './curl.ts'
import { type FieldName, fieldOrder, fields, flagOf, isSwitch, pathOf } from '#drafts/fields.ts'
import { looseJson } from '#import/json/loose-json.ts'

/** The fields by the flags of the official command line tool's `batch create`. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map(
  fieldOrder.map((field) => [flagOf(field), field]),
)
const LONG: ReadonlyMap<string, string> = new Map([
  ['n', 'name'],
  ['w', 'workspace-id'],
  ['d', 'dataset-id'],
  ['j', 'batch-items-json'],
])
const QUESTIONS_FILE = new Set(['f', 'batch-items-file'])
const WITHOUT_VALUE = new Set(['h', 'help', 's', 'silent', 'debug'])

/** Whether words are a call of the tool that creates a batch, under its present or its earlier name. */
export function isCliCreate(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^(?:ai)?-?task-?builder$/i.test(word))
  return at !== -1 && words[at + 1] === 'batch' && words[at + 2] === 'create'
}

/** The request that `prolific aitaskbuilder batch create …` makes of its flags. */
export function readCli(words: readonly string[]): CommandRequest {
  const request: Record<string, unknown> = {}
  const ignored: string[] = []
  let trouble = ''
  const start = words.findIndex((word, index) => word === 'create' && words[index - 1] === 'batch')
  for (let at = start + 1; at < words.length; at += 1) {
    const flag = readFlag(words[at] ?? '')
    if (!flag) continue
    const field = FIELDS.get(LONG.get(flag.name) ?? flag.name)
    const refused = refusedBy(flag.name)
    const isBare = (field && isSwitch(field)) || refused || WITHOUT_VALUE.has(flag.name)
    const takes = flag.value === undefined && !isBare
    if (takes) at += 1
    const value = flag.value ?? (takes ? (words[at] ?? '') : '')
    if (field) request[pathOf(field).at(-1) ?? ''] = meantBy(field, value)
    else if (refused) request[pathOf(refused).at(-1) ?? ''] = false
    else if (QUESTIONS_FILE.has(flag.name)) {
      trouble = `The questions are in the file ${value}. Paste its contents into Questions.`
    } else ignored.push(flag.name.length === 1 ? `-${flag.name}` : `--${flag.name}`)
  }
  return { request: Object.keys(request).length > 0 ? request : null, ignored, trouble }
}

/** What a value of a flag stands for; a switch alone is on. */
function meantBy(field: FieldName, value: string): unknown {
  if (isSwitch(field)) return value !== 'false'
  return fields[field].kind === 'json' ? (looseJson(value) ?? value) : value
}

/** The switch that a flag turns off: `--no-…`. */
function refusedBy(flag: string) {
  const field = FIELDS.get(flag.replace(/^no-/, ''))
  return flag.startsWith('no-') && field && isSwitch(field) ? field : undefined
}

function readFlag(word: string): { name: string; value: string | undefined } | null {
  const [, long, given] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
  if (long !== undefined) return { name: long, value: given }
  const [, short, attached] = /^-([A-Za-z])=?([\s\S]*)$/.exec(word) ?? []
  return short === undefined ? null : { name: short, value: attached || undefined }
}
