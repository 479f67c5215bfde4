import { UnreadableFile } from '#dataset/source-table.ts'
import { TOO_MANY_COLUMNS } from '#dataset/read/table-builder.ts'

/** A quote that is open for longer is taken for a character of its cell. */
const LONGEST_QUOTED = 1_048_576
const MOST_OPEN_QUOTES = 50
/** As many columns as a spreadsheet has: what is beyond is no table. */
const MOST_CELLS = 16_384

/**
 * Splits text into records as spreadsheets do, piece by piece. A cell is quoted when its first
 * character is a quote; inside of quotes, separators and line breaks are part of the cell. What
 * follows a closing quote belongs to the cell, and a quote inside of an unquoted cell is a quote.
 * Lines end with any of the three line breaks, mixed as they come.
 */
export class RecordSplitter {
  readonly #separator: string
  readonly #take: (cells: string[]) => void
  readonly #openQuote: () => void
  #cells: string[] = []
  /** What there is of the cell that is being read. */
  #part = ''
  #mode: 'start' | 'plain' | 'quoted' | 'quote-in-quotes' = 'start'
  #isAfterReturn = false
  #openQuotes = 0

  /**
   * @param separator One character; an empty text when lines are not split.
   * @param take Gets the cells of each record; a blank line is a record of one empty cell.
   * @param openQuote Called before a record is taken in which a quote is never closed.
   */
  constructor(separator: string, take: (cells: string[]) => void, openQuote: () => void) {
    this.#separator = separator
    this.#take = take
    this.#openQuote = openQuote
  }

  /** Whether a record has begun that has not ended yet. */
  get isInside(): boolean {
    return this.#mode !== 'start' || this.#cells.length > 0
  }

  /** @throws {UnreadableFile} When the text can be no table. */
  push(piece: string): void {
    let text = piece
    let at = 0
    const separator = this.#separator
    let nextSeparator = -1
    let nextFeed = -1
    let nextReturn = -1
    const nextOf = (mark: string) => {
      const found = mark === '' ? -1 : text.indexOf(mark, at)
      return found === -1 ? Infinity : found
    }
    while (at < text.length) {
      if (this.#mode === 'quoted') {
        const quote = text.indexOf('"', at)
        this.#part += text.slice(at, quote === -1 ? text.length : quote)
        if (this.#part.length > LONGEST_QUOTED) {
          // Read again from the opening quote, as text without quotes.
          const rest = quote === -1 ? '' : text.slice(quote)
          text = this.#reopen() + rest
          at = 0
          nextSeparator = nextFeed = nextReturn = -1
          continue
        }
        if (quote === -1) return
        at = quote + 1
        this.#mode = 'quote-in-quotes'
        continue
      }
      if (this.#mode === 'quote-in-quotes') {
        if (text.charCodeAt(at) === 34) {
          this.#part += '""'
          at += 1
          this.#mode = 'quoted'
          continue
        }
        this.#close(text[at] ?? '')
      }
      if (this.#isAfterReturn) {
        this.#isAfterReturn = false
        if (text.charCodeAt(at) === 10) {
          at += 1
          continue
        }
      }
      if (this.#mode === 'start' && text.charCodeAt(at) === 34) {
        this.#mode = 'quoted'
        at += 1
        continue
      }
      if (nextSeparator < at) nextSeparator = nextOf(separator)
      if (nextFeed < at) nextFeed = nextOf('\n')
      if (nextReturn < at) nextReturn = nextOf('\r')
      const end = Math.min(nextSeparator, nextFeed, nextReturn)
      if (end === Infinity) {
        this.#part += text.slice(at)
        this.#mode = 'plain'
        return
      }
      this.#endCell(this.#part === '' ? text.slice(at, end) : this.#part + text.slice(at, end))
      at = end + 1
      if (end !== nextSeparator) {
        this.#isAfterReturn = end === nextReturn
        this.#endRecord()
      }
    }
  }

  /** Ends the text, and with it the last record. */
  end(): void {
    while (this.#mode === 'quoted') this.push(this.#reopen())
    if (this.#mode === 'quote-in-quotes') this.#close('')
    if (!this.isInside) return
    this.#endCell(this.#part)
    this.#endRecord()
  }

  /** Takes the opening quote for a character. Returns what is to be read again. */
  #reopen(): string {
    const again = this.#part
    this.#openQuotes += 1
    if (this.#openQuotes > MOST_OPEN_QUOTES)
      throw new UnreadableFile(
        'Many quotes in this file are never closed. Save it again as CSV from your spreadsheet.',
      )
    this.#openQuote()
    this.#part = '"'
    this.#mode = 'plain'
    return again
  }

  #close(next: string): void {
    const inside = this.#part
    const isEnd = next === '' || next === this.#separator || next === '\n' || next === '\r'
    // Pasted cells and many tab-separated files do not quote: these are quotation marks.
    const isSpeech = !isEnd && this.#separator === '\t' && !/[\t\r\n]/u.test(inside)
    this.#part = isSpeech
      ? `"${inside}"`
      : inside.includes('"')
        ? inside.replaceAll('""', '"')
        : inside
    this.#mode = 'plain'
  }

  #endCell(cell: string): void {
    if (this.#cells.length >= MOST_CELLS) throw new UnreadableFile(TOO_MANY_COLUMNS)
    this.#cells.push(cell)
    this.#part = ''
    this.#mode = 'start'
  }

  #endRecord(): void {
    const cells = this.#cells
    this.#cells = []
    this.#take(cells)
  }
}
