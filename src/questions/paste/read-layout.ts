import { isNestedTooDeeply } from '#contract/questions/written-questions.ts'
import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser'

export type PastedLayout = {
  /** The JSON of `batch_items`; null where there is none in what was pasted. */
  source: string | null
  /** What was done to it, a sentence each. */
  notes: string[]
  /** Why there is no source. */
  problem?: string
}

/** Members that belong to an instruction as it is stored, and to no question of a layout. */
const STORED = new Set('id created_at created_by parent_id parent_type batch_id order'.split(' '))

const NOT_JSON =
  'This is not JSON that can be read. Copy all of it, from its first bracket to its last one.'
const TOO_DEEP =
  'In this JSON, lists and objects are nested too deeply to be questions. Nothing was added.'
const NOTHING_FOUND =
  'There are no questions in this JSON. They are in a list called “batch_items” or “instructions”.'
const FRAGMENT = 'This was only a part of JSON. What was missing around it was added.'
const ONE_PAGE = 'The questions were put on one page.'
const CONVERTED =
  'The older “instructions” were converted to questions on one page. Add the columns of your data that participants should see; a batch with instructions shows the data by itself.'
const HAS_IDS = 'The questions carry the ids of the batch that they come from.'
const REWRITTEN = 'Comments and commas that JSON does not allow were left out.'

/**
 * Finds the layout of questions in JSON: the list itself, a request or batch that holds it, one page,
 * row, column or item, or the instructions of an older batch. A list that is found keeps its text.
 * Whether the API would take the layout is not checked. Never throws.
 */
export function readPastedLayout(text: string): PastedLayout {
  if (isNestedTooDeeply(text)) return { source: null, notes: [], problem: TOO_DEEP }
  const root = treeOf(text)
  return root ? readTree(text, root) : readFragment(text)
}

/** Whether a text is JSON, or a part of it, rather than questions in words. */
export function looksLikeJson(text: string): boolean {
  return /^[\s,]*(?:[[{]\s*["{[]|"\w+"\s*:\s*["{[])/.test(text)
}

/** A part that was cut out of JSON: members, or the elements of a list, with commas at its ends. */
function readFragment(text: string): PastedLayout {
  const part = text.replace(/^\ufeff/, '').replaceAll(/^[\s,]+|[\s,]+$/g, '')
  for (const whole of [part, `[${part}]`, `{${part}}`]) {
    const root = part === '' ? null : treeOf(whole)
    if (!root) continue
    const read = readTree(whole, root)
    // The first of several rows or columns would be found alone.
    const isList = whole.startsWith('[') && whole !== part
    if (isList && !['pages', 'items'].includes(kindOf(root) ?? '')) continue
    if (read.source !== null) return { ...read, notes: [FRAGMENT, ...read.notes] }
  }
  return { source: null, notes: [], problem: NOT_JSON }
}

function readTree(text: string, root: Node): PastedLayout {
  const found = find(root)
  if (!found) return { source: null, notes: [], problem: NOTHING_FOUND }
  const { node, kind } = found
  const written = text.slice(node.offset, node.offset + node.length)
  if (kind === 'instructions') {
    const items = (node.children ?? []).map((child) => withoutStored(getNodeValue(child)))
    return {
      source: written === '' ? null : pageOf(JSON.stringify(items, null, 2)),
      notes: [CONVERTED],
    }
  }
  const isStrict = isJson(written)
  const json = isStrict ? written : JSON.stringify(getNodeValue(node), null, 2)
  const notes = [
    ...(kind === 'pages' ? [] : [ONE_PAGE]),
    ...(isStrict ? [] : [REWRITTEN]),
    ...(/"id"\s*:/.test(json) ? [HAS_IDS] : []),
  ]
  return { source: wrap(json, kind), notes }
}

type Kind = 'pages' | 'page' | 'row' | 'column' | 'items' | 'item' | 'instructions'

function treeOf(text: string): Node | null {
  const errors: ParseError[] = []
  try {
    const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true })
    return root && errors.length === 0 ? root : null
  } catch {
    // What is nested too deeply for the library.
    return null
  }
}

/** The nearest to the root of what can be a layout. */
function find(root: Node): { node: Node; kind: Kind } | null {
  let level: readonly Node[] = [root]
  while (level.length > 0) {
    for (const node of level) {
      const kind = kindOf(node)
      if (kind) return { node, kind }
      const members = membersOf(node)
      const pages = members.get('batch_items')
      if (pages && kindOf(pages) === 'pages') return { node: pages, kind: 'pages' }
      const older = members.get('instructions')
      if (older && kindOf(older) === 'items') return { node: older, kind: 'instructions' }
    }
    level = level.flatMap((node) =>
      node.type === 'array' ? (node.children ?? []) : [...membersOf(node).values()],
    )
  }
  return null
}

function kindOf(node: Node): Kind | null {
  if (node.type === 'object') {
    const members = membersOf(node)
    if (members.get('rows')?.type === 'array') return 'page'
    if (members.get('columns')?.type === 'array') return 'row'
    const items = members.get('items')
    if (items && kindOf(items) === 'items') return 'column'
    return isItem(node) ? 'item' : null
  }
  const [first] = node.children ?? []
  if (node.type !== 'array' || !first) return null
  if (kindOf(first) === 'page') return 'pages'
  if (!node.children?.every(isItem)) return null
  return membersOf(first).has('parent_id') ? 'instructions' : 'items'
}

function isItem(node: Node) {
  const members = membersOf(node)
  const hasContent = ['description', 'field', 'url', 'content'].some((name) => members.has(name))
  return members.get('type')?.type === 'string' && hasContent
}

function membersOf(node: Node): ReadonlyMap<string, Node> {
  if (node.type !== 'object') return new Map()
  return new Map(
    (node.children ?? []).flatMap(({ children }) => {
      const [name, value] = children ?? []
      return name && value ? [[String(name.value), value] as const] : []
    }),
  )
}

function withoutStored(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item
  return Object.fromEntries(Object.entries(item).filter(([name]) => !STORED.has(name)))
}

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A list of pages around any part of one; the part keeps its text. */
function wrap(json: string, kind: Kind): string {
  if (kind === 'pages') return json
  if (kind === 'page') return `[\n${json}\n]`
  if (kind === 'row') return `[{ "rows": [\n${json}\n] }]`
  if (kind === 'column') return `[{ "rows": [{ "columns": [\n${json}\n] }] }]`
  return pageOf(kind === 'item' ? `[\n${json}\n]` : json)
}

function pageOf(items: string) {
  return `[{ "rows": [{ "columns": [{ "items": ${items} }] }] }]`
}
