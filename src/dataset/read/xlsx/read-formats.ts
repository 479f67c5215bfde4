import { ValueFormats } from './show-value.ts'
import { scanTags, type Workbook } from './workbook-parts.ts'
import { readAttribute } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Reads the number formats of a workbook's styles. */
export function readFormats(archive: ZipArchive, { stylesPath, is1904 }: Workbook): ValueFormats {
  const codes = new Map<number, string>()
  const formatIds: number[] = []
  let isInCellStyles = false
  if (stylesPath !== null)
    scanTags(archive, stylesPath, (name, attributes) => {
      // Formats of named styles and of conditions come in lists of their own.
      if (name === 'cellXfs') isInCellStyles = true
      else if (name === 'cellStyles' || name === 'dxfs' || name === 'cellStyleXfs')
        isInCellStyles = false
      else if (name === 'numFmt')
        codes.set(
          Number(readAttribute(attributes, 'numFmtId')),
          readAttribute(attributes, 'formatCode') ?? '',
        )
      else if (name === 'xf' && isInCellStyles)
        formatIds.push(Number(readAttribute(attributes, 'numFmtId') ?? 0))
    })
  return new ValueFormats(formatIds, codes, is1904)
}
