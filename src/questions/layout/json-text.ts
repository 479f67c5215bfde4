import { parseTree, type Node } from 'jsonc-parser'
import { sameJson } from './same-json.ts'

/* Changes of a JSON text that leave every byte which they are not about. Texts are strict JSON. */

type Path = readonly (string | number)[]

/** The tree of a text that `JSON.parse` takes; null for any other, and for one nested too deeply. */
function treeOf(source: string): Node | null {
  try {
    JSON.parse(source)
    return parseTree(source) ?? null
  } catch {
    return null
  }
}

/** The node at a path; of members with the same name the last counts, as for `JSON.parse`. */
function nodeIn(root: Node | null | undefined, path: Path): Node | null {
  let node = root ?? null
  for (const step of path) {
    if (!node) return null
    node =
      typeof step === 'number'
        ? ((node.type === 'array' ? node.children?.[step] : null) ?? null)
        : (propertyOf(node, step)?.children?.[1] ?? null)
  }
  return node
}

function propertyOf(node: Node, name: string) {
  if (node.type !== 'object') return undefined
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)
}

/** How many members a list has; null where there is no list. */
export function lengthAt(source: string, path: Path): number | null {
  const node = nodeIn(treeOf(source), path)
  return node?.type === 'array' ? (node.children?.length ?? 0) : null
}

/** The text of the value at a path, its later lines without the indentation of its first. */
export function textAt(source: string, path: Path): string | null {
  const node = nodeIn(treeOf(source), path)
  if (!node) return null
  const text = source.slice(node.offset, node.offset + node.length)
  const margin = marginAt(source, node.offset)
  return text.replaceAll(/\n([ \t]*)/g, (_all, spaces: string) =>
    spaces.startsWith(margin) ? `\n${spaces.slice(margin.length)}` : '\n',
  )
}

/** A value as text in the manner of a source: on lines of its own, or on one. */
export function textFor(source: string, value: unknown): string {
  const text =
    source.includes('\n') || source.trim() === ''
      ? JSON.stringify(value, null, unitOf(source))
      : JSON.stringify(value)
  return source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

/** Puts a text, as `textAt` or `textFor` give it, into a list before the member at an index. */
export function insertIn(source: string, list: Path, index: number, text: string): string {
  const node = nodeIn(treeOf(source), list)
  if (node?.type !== 'array') return source
  return insertAmong(source, node, index, text)
}

/** Takes the member at an index out of a list. */
export function removeFrom(source: string, list: Path, index: number): string {
  const node = nodeIn(treeOf(source), list)
  return node?.type === 'array' ? removeAmong(source, node, index) : source
}

/** Puts a value in the place of another one, and leaves the bytes of all in it that is the same. */
export function rewriteAt(source: string, path: Path, value: unknown): string {
  const node = nodeIn(treeOf(source), path)
  if (!node) return source
  const before = parsed(source, node)
  if (sameJson(before, value)) return source
  if (node.type === 'array' && Array.isArray(value)) return rewriteList(source, path, value)
  if (node.type === 'object' && isObject(value)) return rewriteObject(source, path, value)
  const margin = marginAt(source, node.offset)
  return spliced(source, node.offset, node.length, withMargin(textFor(source, value), margin))
}

/** Sets a member of an object; undefined takes it out. */
export function rewriteMember(source: string, object: Path, name: string, value: unknown): string {
  const node = nodeIn(treeOf(source), object)
  if (node?.type !== 'object') return source
  const property = propertyOf(node, name)
  if (value === undefined) {
    if (!property) return source
    const without = removeAmong(source, node, node.children?.indexOf(property) ?? -1)
    // The same name may be there more than once; an earlier one would come to life.
    return rewriteMember(without, object, name, undefined)
  }
  if (property) return rewriteAt(source, [...object, name], value)
  const colon = source.includes('\n') || /":\s/.test(source) ? ': ' : ':'
  const text = `${JSON.stringify(name)}${colon}${textFor(source, value)}`
  return insertAmong(source, node, node.children?.length ?? 0, text)
}

function rewriteObject(source: string, path: Path, value: Record<string, unknown>): string {
  const node = nodeIn(treeOf(source), path)
  const names = (node?.children ?? []).map(({ children }) => String(children?.[0]?.value))
  const gone = [...new Set(names)].filter((name) => !Object.hasOwn(value, name))
  const without = gone.reduce((text, name) => rewriteMember(text, path, name, undefined), source)
  return Object.entries(value).reduce(
    (text, [name, member]) =>
      member === undefined ? text : rewriteMember(text, path, name, member),
    without,
  )
}

/** Members that are the same at both ends of a list stay; what is between them is written anew. */
function rewriteList(source: string, path: Path, value: readonly unknown[]): string {
  const node = nodeIn(treeOf(source), path)
  const before = (node?.children ?? []).map((child) => parsed(source, child))
  let start = 0
  const shorter = Math.min(before.length, value.length)
  while (start < shorter && sameJson(before[start], value[start])) start += 1
  let end = 0
  while (
    end < shorter - start &&
    sameJson(before[before.length - 1 - end], value[value.length - 1 - end])
  ) {
    end += 1
  }
  let text = source
  const pairs = Math.min(before.length, value.length) - end
  for (let index = start; index < pairs; index += 1) {
    text = rewriteAt(text, [...path, index], value[index])
  }
  for (let index = before.length - end - 1; index >= value.length - end; index -= 1) {
    text = removeFrom(text, path, index)
  }
  for (let index = before.length - end; index < value.length - end; index += 1) {
    text = insertIn(text, path, index, textFor(text, value[index]))
  }
  return text
}

function insertAmong(source: string, node: Node, index: number, text: string): string {
  const children = node.children ?? []
  const next = children[index]
  const last = children.at(-1)
  if (!last) return insertFirst(source, node, text)
  const at = next ? index : children.length - 1
  const space = spaceBefore(source, node, at)
  const onLines = space.includes('\n')
  const margin = onLines
    ? space.slice(space.lastIndexOf('\n') + 1)
    : marginAt(source, (next ?? last).offset)
  const placed = withMargin(text, margin)
  const between = onLines || at > 0 ? space : blankAfterComma(source, node)
  if (next) return spliced(source, next.offset, 0, `${placed},${between}`)
  return spliced(source, last.offset + last.length, 0, `,${between}${placed}`)
}

/** A list or an object that is empty: on lines of its own where the rest of the text is. */
function insertFirst(source: string, node: Node, text: string): string {
  const margin = marginAt(source, node.offset)
  const inner = source.includes('\n')
    ? `${eol(source)}${margin}${unitOf(source)}${withMargin(text, margin + unitOf(source))}${eol(source)}${margin}`
    : text
  return spliced(source, node.offset + 1, node.length - 2, inner)
}

function removeAmong(source: string, node: Node, index: number): string {
  const children = node.children ?? []
  const child = children[index]
  if (!child) return source
  const next = children[index + 1]
  const previous = children[index - 1]
  const end = child.offset + child.length
  if (previous) {
    const start = previous.offset + previous.length
    return spliced(source, start, end - start, '')
  }
  if (next) return spliced(source, child.offset, next.offset - child.offset, '')
  return spliced(source, node.offset + 1, node.length - 2, '')
}

/** The blanks between a child and the comma or bracket before it. */
function spaceBefore(source: string, node: Node, index: number) {
  const children = node.children ?? []
  const previous = children[index - 1]
  const start = previous ? previous.offset + previous.length : node.offset + 1
  const between = source.slice(start, children[index]?.offset ?? start)
  return between.slice(between.indexOf(',') + 1)
}

function blankAfterComma(source: string, node: Node) {
  return /,[ \t]/.test(source.slice(node.offset, node.offset + node.length)) ? ' ' : ''
}

function spliced(source: string, offset: number, length: number, text: string) {
  return source.slice(0, offset) + text + source.slice(offset + length)
}

function withMargin(text: string, margin: string) {
  return text.replaceAll('\n', `\n${margin}`)
}

/** The blanks that the line of an offset begins with. */
function marginAt(source: string, offset: number) {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? ''
}

/** What one level of a source is indented by. */
function unitOf(source: string) {
  return /\n([ \t]+)/.exec(source)?.[1] ?? '  '
}

function eol(source: string) {
  return source.includes('\r\n') ? '\r\n' : '\n'
}

function parsed(source: string, node: Node): unknown {
  return JSON.parse(source.slice(node.offset, node.offset + node.length))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
