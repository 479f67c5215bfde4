import { CellText } from './cell-text.ts'
import type { ReadBudget } from './read-limits.ts'
import { readAttribute, XmlScanner } from './xml-scanner.ts'
import { XmlDecoder, type ZipArchive } from './zip-archive.ts'

/** Reads the texts that cells refer to by number. */
export async function readSharedStrings(
  archive: ZipArchive,
  path: string,
  budget: ReadBudget,
): Promise<readonly string[]> {
  const strings: string[] = []
  const text = new CellText()
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      if (name === 't' || name === 'rPh')
        text.open(name, readAttribute(attributes, 'xml:space') === 'preserve')
    },
    close: (name) => {
      if (name === 'si') strings.push(text.take())
      else text.close(name)
    },
    text: (piece) => text.add(piece),
    get wantsText() {
      return text.wantsText
    },
  })
  const decoder = new XmlDecoder()
  for (const piece of archive.read(path)) {
    scanner.push(decoder.decode(piece))
    // oxlint-disable-next-line no-await-in-loop
    await budget.pause()
  }
  scanner.push(decoder.end())
  scanner.end()
  return strings
}
