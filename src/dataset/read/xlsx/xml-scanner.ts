import { UnreadableFile } from '#dataset/source-table.ts'
import { DAMAGED } from './read-limits.ts'

/** No tag of a workbook comes near to this. */
const LONGEST_TAG = 1_048_576
const LONGEST_ENTITY = 12

export interface XmlHandler {
  /** @param attributes As `readAttribute` reads them. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Text as written, entities undone. It can come in several pieces. */
  text(text: string): void
  /** Asked before `text`: what nobody wants is not cut out. */
  readonly wantsText: boolean
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Undoes the five entities of XML and numbers of characters; others stay as they are. */
function undoEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/giu,
    (whole, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return NAMED.get(named) ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

/** Attributes that are not written the usual way, as they usually are. */
function normalize(attributes: string): string {
  let normal = ''
  for (const [, name = '', double, single = ''] of attributes.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
  ))
    normal += ` ${name}="${double ?? single.replaceAll('"', '&quot;')}"`
  return normal
}

/** The value of an attribute by its full name, or null when there is none. */
export function readAttribute(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`)
  if (start === -1) return null
  const from = start + name.length + 3
  return undoEntities(attributes.slice(from, attributes.indexOf('"', from)))
}

/** An attribute that is true or false, and false when there is none. */
export function readFlag(attributes: string, name: string): boolean {
  const value = readAttribute(attributes, name)
  return value === '1' || value === 'true'
}

/**
 * Reads XML piece by piece and hands tags and text on, by local names. It reads no document types, so
 * that no entity can be defined, and builds nothing that grows with the text.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  #rest = ''

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  /** @throws {UnreadableFile} When this is no XML of a workbook. */
  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    while (at < text.length) {
      const tag = text.indexOf('<', at)
      if (tag === -1) {
        at = this.#takeText(text, at, text.length, false)
        break
      }
      if (tag > at) this.#takeText(text, at, tag, true)
      const end = this.#takeTag(text, tag)
      at = end === -1 ? tag : end
      if (end === -1) break
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > LONGEST_TAG) throw new UnreadableFile(DAMAGED)
  }

  /** Goes on with text that does not follow what came before. */
  restart(piece: string): void {
    this.#rest = ''
    this.push(piece)
  }

  /** @throws {UnreadableFile} When the text ends inside of a tag. */
  end(): void {
    if (this.#rest.startsWith('<')) throw new UnreadableFile(DAMAGED)
  }

  /** Returns where the next piece begins: entities and line breaks are not cut in two. */
  #takeText(text: string, from: number, to: number, isWhole: boolean): number {
    let end = to
    if (!isWhole) {
      const entity = text.lastIndexOf('&')
      if (entity >= from && to - entity < LONGEST_ENTITY && !text.includes(';', entity))
        end = entity
      if (end > from && text.charCodeAt(end - 1) === 13) end -= 1
    }
    if (this.#handler.wantsText && end > from) {
      const written = text.slice(from, end)
      // Line breaks as written become one kind; a return that is meant is an entity.
      const lines = written.includes('\r') ? written.replaceAll(/\r\n?/gu, '\n') : written
      this.#handler.text(undoEntities(lines))
    }
    return end
  }

  /** Returns where the tag ends, or -1 when its end is not there yet. */
  #takeTag(text: string, tag: number): number {
    const sign = text.charCodeAt(tag + 1)
    if (sign === 33) return this.#takeDeclaration(text, tag)
    if (sign === 63) {
      const end = text.indexOf('?>', tag + 2)
      return end === -1 ? -1 : end + 2
    }
    const end = endOfTag(text, tag)
    if (end === -1) return -1
    if (sign === 47) {
      this.#handler.close(localName(text.slice(tag + 2, end).trimEnd()))
      return end + 1
    }
    const isEmpty = text.charCodeAt(end - 1) === 47
    const content = text.slice(tag + 1, isEmpty ? end - 1 : end)
    let space = 0
    while (space < content.length && content.charCodeAt(space) > 32) space += 1
    const name = localName(content.slice(0, space))
    let attributes = content.slice(space)
    if (attributes !== '' && /['\t\r\n]|\s=|=\s/u.test(attributes))
      attributes = normalize(attributes)
    this.#handler.open(name, attributes)
    if (isEmpty) this.#handler.close(name)
    return end + 1
  }

  #takeDeclaration(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) {
      const end = text.indexOf('-->', tag + 4)
      return end === -1 ? -1 : end + 3
    }
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag + 9)
      if (end === -1) return -1
      if (this.#handler.wantsText) this.#handler.text(text.slice(tag + 9, end))
      return end + 3
    }
    if (text.length - tag < 9) return -1
    throw new UnreadableFile(DAMAGED)
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** Values of attributes may hold ">": it ends the tag only outside of quotes. */
function endOfTag(text: string, tag: number): number {
  const first = text.indexOf('>', tag + 1)
  if (first === -1) return -1
  const last = text.charCodeAt(text.charCodeAt(first - 1) === 47 ? first - 2 : first - 1)
  const content = text.slice(tag, first)
  if (!content.includes('=') || (last === 34 && !/[=\s]"\/?$/u.test(content))) return first
  let quote = 0
  for (let at = tag + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote === 0 && code === 62) return at
    if (code === quote) quote = 0
    else if (quote === 0 && (code === 34 || code === 39)) quote = code
  }
  return -1
}
