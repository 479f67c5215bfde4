/** Undoes `_x000A_` and the like, in which XML of spreadsheets writes what XML cannot hold. */
export function undoEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
  return (plain.includes('\0') ? plain.replaceAll('\0', '') : plain).toWellFormed()
}

/**
 * Gathers the text of one cell: its runs, without the reading aid that Japanese text can carry. Feed
 * it the tags `t` and `rPh` and the text between them.
 */
export class CellText {
  #text = ''
  #run = ''
  #keepsSpaces = false
  #isInRun = false
  #isInAid = false

  get wantsText(): boolean {
    return this.#isInRun
  }

  open(name: string, keepsSpaces: boolean): void {
    if (name === 'rPh') this.#isInAid = true
    else if (name === 't' && !this.#isInAid) {
      this.#isInRun = true
      this.#keepsSpaces = keepsSpaces
      this.#run = ''
    }
  }

  add(text: string): void {
    this.#run += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#isInAid = false
    else if (name === 't' && this.#isInRun) {
      this.#isInRun = false
      // As Excel does with spaces that are not marked to be kept.
      this.#text += this.#keepsSpaces ? this.#run : this.#run.trim()
    }
  }

  /** The text so far; the next cell begins. */
  take(): string {
    const text = undoEscapes(this.#text)
    this.#text = ''
    this.#isInRun = false
    this.#isInAid = false
    return text
  }
}
