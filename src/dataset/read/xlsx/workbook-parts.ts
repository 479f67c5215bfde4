import { UnreadableFile } from '#dataset/source-table.ts'
import { DAMAGED } from './read-limits.ts'
import { readAttribute, readFlag, XmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Where it is in the archive. */
  readonly path: string
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
  readonly sharedStringsPath: string | null
  readonly stylesPath: string | null
  readonly hasExternalLinks: boolean
}

export interface Relation {
  readonly id: string
  /** The last part of its type, as "worksheet". */
  readonly type: string
  readonly path: string
}

/**
 * Reads a part whose tags alone matter.
 *
 * @param open Gets each tag's local name and attributes.
 */
export function scanTags(
  archive: ZipArchive,
  path: string,
  open: (name: string, attributes: string) => void,
): void {
  const scanner = new XmlScanner({ open, close: () => {}, text: () => {}, wantsText: false })
  scanner.push(archive.text(path))
  scanner.end()
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of target.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  return parts.join('/')
}

/** What a part of the workbook refers to within the workbook. */
export function readRelations(archive: ZipArchive, path: string): readonly Relation[] {
  const slash = path.lastIndexOf('/')
  const folder = slash === -1 ? '' : path.slice(0, slash)
  const file = `${folder === '' ? '' : `${folder}/`}_rels/${path.slice(slash + 1)}.rels`
  const relations: Relation[] = []
  scanTags(archive, file, (name, attributes) => {
    if (name !== 'Relationship' || readAttribute(attributes, 'TargetMode') === 'External') return
    relations.push({
      id: readAttribute(attributes, 'Id') ?? '',
      type: readAttribute(attributes, 'Type')?.split('/').at(-1) ?? '',
      path: resolvePath(folder, readAttribute(attributes, 'Target') ?? ''),
    })
  })
  return relations
}

/** The value of an attribute with any prefix, as "r:id". */
function readPrefixed(attributes: string, name: string): string | null {
  return new RegExp(`\\s[\\w.-]+:${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? null
}

/**
 * Reads what a workbook says of its parts.
 *
 * @throws {UnreadableFile} When it has no sheet.
 */
export function readWorkbookParts(archive: ZipArchive): Workbook {
  const path =
    readRelations(archive, '').find(({ type }) => type === 'officeDocument')?.path ??
    'xl/workbook.xml'
  const relations = readRelations(archive, path)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  scanTags(archive, path, (name, attributes) => {
    if (name === 'workbookPr') is1904 = readFlag(attributes, 'date1904')
    if (name !== 'sheet') return
    const relation = byId.get(readPrefixed(attributes, 'id') ?? '')
    // Sheets of charts and macros hold no cells.
    if (relation?.type !== 'worksheet') return
    const state = readAttribute(attributes, 'state') ?? 'visible'
    sheets.push({
      name: (readAttribute(attributes, 'name') ?? '').toWellFormed(),
      isHidden: state !== 'visible',
      path: relation.path,
    })
  })
  if (sheets.length === 0) throw new UnreadableFile(DAMAGED)
  const pathOf = (type: string) =>
    relations.find((relation) => relation.type === type)?.path ?? null
  return {
    sheets,
    is1904,
    sharedStringsPath: pathOf('sharedStrings'),
    stylesPath: pathOf('styles'),
    hasExternalLinks: relations.some(({ type }) => type === 'externalLink'),
  }
}
