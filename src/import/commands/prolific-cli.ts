import type { CommandRequest } from './curl.ts'
import { looseJson } from '#import/json/loose-json.ts'

/** The flags of the official command line tool's `batch create` that have a field. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['n', 'name'],
  ['name', 'name'],
  ['w', 'workspace_id'],
  ['workspace-id', 'workspace_id'],
  ['d', 'dataset_id'],
  ['dataset-id', 'dataset_id'],
  ['task-name', 'task_name'],
  ['task-introduction', 'task_introduction'],
  ['task-steps', 'task_steps'],
])
const QUESTIONS = new Set(['j', 'batch-items-json'])
const QUESTIONS_FILE = new Set(['f', 'batch-items-file'])
const WITHOUT_VALUE = new Set(['auto-sync', 'no-auto-sync', 'h', 'help', 's', 'silent', 'debug'])

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
    const flag = flagOf(words[at] ?? '')
    if (!flag) continue
    const takes = flag.value === undefined && !WITHOUT_VALUE.has(flag.name)
    if (takes) at += 1
    const value = flag.value ?? (takes ? (words[at] ?? '') : '')
    const member = MEMBERS.get(flag.name)
    if (member) request[member] = value
    else if (QUESTIONS.has(flag.name)) request['batch_items'] = looseJson(value) ?? value
    else if (QUESTIONS_FILE.has(flag.name)) {
      trouble = `The questions are in a file, ${value}: paste what is in it into Questions.`
    } else ignored.push(flag.name.length === 1 ? `-${flag.name}` : `--${flag.name}`)
  }
  return { request: Object.keys(request).length > 0 ? request : null, ignored, trouble }
}

function flagOf(word: string): { name: string; value: string | undefined } | null {
  const [, long, given] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
  if (long !== undefined) return { name: long, value: given }
  const [, short, attached] = /^-([A-Za-z])=?([\s\S]*)$/.exec(word) ?? []
  return short === undefined ? null : { name: short, value: attached || undefined }
}
