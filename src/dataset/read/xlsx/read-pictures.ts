import type { TableNotes } from '#dataset/read/table-notes.ts'
import { readRelations } from './workbook-parts.ts'
import { XmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Whether cells of a workbook can hold pictures: its rich values say what they are. */
export function hasCellPictures(archive: ZipArchive): boolean {
  return archive.names
    .filter((name) => /^xl\/richdata\/.*structure\.xml$/u.test(name))
    .some((name) => /_localImage|_webimage/iu.test(archive.text(name)))
}

/** Notes the pictures that lie over the cells of a sheet, each at the cell of its upper left corner. */
export function notePictures(archive: ZipArchive, sheetPath: string, notes: TableNotes): void {
  for (const { type, path } of readRelations(archive, sheetPath)) {
    if (type !== 'drawing') continue
    let inside = ''
    let isInStart = false
    let row = 0
    let column = 0
    let isPicture = false
    const scanner = new XmlScanner({
      open: (name) => {
        if (name.endsWith('CellAnchor')) isPicture = false
        else if (name === 'from') isInStart = true
        else if (name === 'pic') isPicture = true
        else if (name === 'row' || name === 'col') inside = name
      },
      close: (name) => {
        if (name === 'from') isInStart = false
        else if (name === 'row' || name === 'col') inside = ''
        else if (name.endsWith('CellAnchor') && isPicture && row >= 0)
          notes.add('picture', row + 1, column)
      },
      text: (text) => {
        if (inside === 'row') row = Number(text)
        else column = Number(text)
      },
      get wantsText() {
        return isInStart && inside !== ''
      },
    })
    scanner.push(archive.text(path))
  }
}
