import { UnreadableFile, type ReadChoice, type SourceTable } from '#dataset/source-table.ts'
import type { ReadOptions } from '#dataset/read/read-bytes.ts'
import { decodeText } from './decode-text.ts'
import type { Encoding } from './guess-encoding.ts'
import { RecordTable } from './record-table.ts'

const SAMPLED_LINES = 10
const DEEPEST = 100
/** What is worth collecting to see what the first lines are. */
const SAMPLE = 1_048_576

/** Whether lists and objects lie within each other more deeply than any data. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) isInText = !isInText
    else if (isInText) at += code === 92 ? 1 : 0
    else if (code === 91 || code === 123) depth += 1
    else if (code === 93 || code === 125) depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** The value, or null when it cannot be read. */
function parse(text: string): { readonly value: unknown } | null {
  // The parser of the browser takes seconds, and can run out of room, where values are nested deeply.
  if (isTooDeep(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isListOfObjects = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some(isObject)

/** Whether lines are records of their own. Null: more text is needed to tell. */
function hasRecordsInLines(text: string, isWhole: boolean): boolean | null {
  const lines = text.split('\n', SAMPLED_LINES + 1)
  if (!isWhole) {
    if (lines.length <= SAMPLED_LINES && text.length < SAMPLE) return null
    lines.pop()
  }
  const filled = lines.filter((line) => line.trim() !== '')
  const objects = filled.filter((line) => line.trim().startsWith('{') && parse(line))
  return filled.length > 1 && objects.length * 2 >= filled.length
}

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  const lists = Object.entries(value).filter(([, member]) => isListOfObjects(member))
  if (lists.length > 1) {
    const names = lists.map(([name]) => `“${name.slice(0, 40)}”`).slice(0, 5)
    throw new UnreadableFile(
      `This JSON file holds several lists: ${names.join(', ')}. Save the one you need in a file of its own.`,
    )
  }
  const list: unknown = lists[0]?.[1]
  return isListOfObjects(list) ? list : [value]
}

function readWhole(text: string, encoding: Encoding): SourceTable {
  const parsed = parse(text)
  if (!parsed)
    throw new UnreadableFile(
      'This file starts like JSON, but it is not valid JSON, or its values are nested too deeply. Export it again, or save its table as CSV.',
    )
  const table = new RecordTable()
  for (const record of recordsOf(parsed.value)) table.add(record)
  return table.finish('json', encoding)
}

/** Takes lines in, each a record. */
class LineReader {
  readonly table = new RecordTable()
  #rest = ''

  push(text: string) {
    const last = text.lastIndexOf('\n')
    if (last === -1) {
      this.#rest += text
      return
    }
    const lines = (this.#rest + text.slice(0, last)).split('\n')
    this.#rest = text.slice(last + 1)
    for (const line of lines) this.#take(line)
  }

  end() {
    this.#take(this.#rest)
  }

  #take(line: string) {
    if (line.trim() === '') return
    const parsed = parse(line)
    if (parsed) this.table.add(parsed.value)
    else this.table.addUnreadable(false)
  }
}

async function readPiecesOf(
  pieces: AsyncIterable<string>,
  encoding: Encoding,
): Promise<SourceTable> {
  const parts: string[] = []
  let isLines: boolean | null = null
  let lines: LineReader | null = null
  for await (const piece of pieces) {
    if (lines) lines.push(piece)
    else parts.push(piece)
    if (isLines === null) {
      const text = parts.join('')
      isLines = hasRecordsInLines(text, false)
      if (isLines) {
        lines = new LineReader()
        lines.push(text)
      }
    }
  }
  if (!lines) {
    const text = parts.join('')
    if (isLines === false || hasRecordsInLines(text, true) !== true)
      return readWhole(text, encoding)
    lines = new LineReader()
    lines.push(text)
  }
  lines.end()
  return lines.table.finish('jsonl', encoding)
}

/**
 * Reads JSON: a list of objects, an object that holds one such list, or an object in each line.
 *
 * @throws {UnreadableFile} When it holds no table within the limits.
 */
export function readJson(
  file: Blob,
  choice: ReadChoice,
  options: ReadOptions,
): Promise<SourceTable> {
  return decodeText(file, choice.encoding ?? null, options, readPiecesOf)
}
