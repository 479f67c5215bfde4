import { Inflate } from 'fflate'
import { UnreadableFile } from '#dataset/source-table.ts'
import { DAMAGED, TOO_LARGE_UNPACKED, type ReadBudget } from './read-limits.ts'

const MOST_ENTRIES = 5_000
/** So little at a time that what comes out of it can be stopped: at most a thousand times as much. */
const STEP = 16_384
const STEP_STORED = 262_144

interface Entry {
  readonly offset: number
  readonly packed: number
  readonly size: number
  readonly method: number
}

const damaged = (cause?: unknown) => new UnreadableFile(DAMAGED, { cause })

function findDirectory(view: DataView): { readonly at: number; readonly count: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const count = view.getUint16(at + 10, true)
    const directory = view.getUint32(at + 16, true)
    if (count !== 0xffff && directory !== 0xffffffff) return { at: directory, count }
    const long = Number(view.getBigUint64(at - 20 + 8, true))
    if (view.getUint32(long, true) !== 0x06064b50) throw damaged()
    return {
      at: Number(view.getBigUint64(long + 48, true)),
      count: Number(view.getBigUint64(long + 32, true)),
    }
  }
  throw damaged()
}

/** Sizes and place that do not fit into the entry itself. */
function readLongFields(view: DataView, from: number, to: number, short: readonly number[]) {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return short.map((value) => {
      if (value !== 0xffffffff) return value
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
  }
  return short
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const directory = findDirectory(view)
  if (directory.count > MOST_ENTRIES) throw new UnreadableFile(TOO_LARGE_UNPACKED)
  const entries = new Map<string, Entry>()
  const decoder = new TextDecoder()
  let { at } = directory
  for (let index = 0; index < directory.count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged()
    if (view.getUint16(at + 8, true) % 2 === 1)
      throw new UnreadableFile(
        'This file is protected by a password. Remove the password, and save it again.',
      )
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const end = nameEnd + view.getUint16(at + 30, true)
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd))
    const [size = 0, packed = 0, offset = 0] = readLongFields(view, nameEnd, end, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    // Names differ in case and slashes between programs.
    const key = name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase()
    if (entries.has(key)) throw damaged()
    entries.set(key, { offset, packed, size, method: view.getUint16(at + 10, true) })
    at = end + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * A zip file in memory. Nothing is unpacked before it is asked for, nothing over the budget, and no
 * entry beyond the size that it claims.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries: Map<string, Entry>
  readonly #budget: ReadBudget

  /** @throws {UnreadableFile} When it is damaged, protected, or has too many entries. */
  constructor(bytes: Uint8Array, budget: ReadBudget) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#budget = budget
    try {
      this.#entries = readDirectory(bytes, this.#view)
    } catch (error) {
      throw error instanceof UnreadableFile ? error : damaged(error)
    }
  }

  /** Names in small letters. */
  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /**
   * The bytes of an entry, piece by piece; none when there is no such entry.
   *
   * @throws {UnreadableFile} When it is damaged, lies about its size, or is over the budget.
   */
  *read(name: string): Generator<Uint8Array, void> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) return
    this.#budget.expect(entry.size)
    let size = 0
    for (const piece of this.#unpack(entry)) {
      size += piece.length
      if (size > entry.size) throw new UnreadableFile(TOO_LARGE_UNPACKED)
      this.#budget.spend(piece.length)
      yield piece
    }
    if (size !== entry.size) throw damaged()
  }

  /** An entry as text; an empty text when there is no such entry. */
  text(name: string): string {
    const decoder = new XmlDecoder()
    let text = ''
    for (const piece of this.read(name)) text += decoder.decode(piece)
    return text + decoder.end()
  }

  *#unpack(entry: Entry): Generator<Uint8Array, void> {
    const { offset, packed, method } = entry
    let data: Uint8Array
    try {
      if (this.#view.getUint32(offset, true) !== 0x04034b50) throw damaged()
      const start =
        offset +
        30 +
        this.#view.getUint16(offset + 26, true) +
        this.#view.getUint16(offset + 28, true)
      data = this.#bytes.subarray(start, start + packed)
      if (data.length !== packed || (method !== 0 && method !== 8)) throw damaged()
    } catch (error) {
      throw error instanceof UnreadableFile ? error : damaged(error)
    }
    if (method === 0) {
      for (let at = 0; at < data.length; at += STEP_STORED)
        yield data.subarray(at, at + STEP_STORED)
      return
    }
    const out: Uint8Array[] = []
    const inflate = new Inflate((piece) => out.push(piece))
    for (let at = 0; at < data.length; at += STEP) {
      try {
        inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length)
      } catch (error) {
        throw damaged(error)
      }
      for (const piece of out) if (piece.length > 0) yield piece
      out.length = 0
    }
  }
}

/** Decodes XML, which is UTF-8 unless its first bytes say UTF-16. */
export class XmlDecoder {
  #decoder: TextDecoder | null = null

  decode(piece: Uint8Array): string {
    this.#decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe
        ? 'utf-16le'
        : piece[0] === 0xfe && piece[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    )
    return this.#decoder.decode(piece, { stream: true })
  }

  end(): string {
    return this.#decoder?.decode() ?? ''
  }
}
