import { Document, Scalar, visit } from 'yaml'
import { toDraftFile, type PortableDraft } from './draft-file.ts'

/**
 * Characters that a YAML block would not give back as they are, or an editor might change: control
 * characters, other line ends, half surrogate pairs, a byte order mark, and spaces at the end of a line.
 */
const FRAGILE = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff]|[ \t]$/mu

/** The drafts as a JSON file, indented for people. */
export function writeJson(drafts: readonly PortableDraft[]) {
  return `${JSON.stringify(toDraftFile(drafts), null, 2)}\n`
}

/** The same as a YAML file, with the texts as blocks that read well. */
export function writeYaml(drafts: readonly PortableDraft[]) {
  const document = new Document(toDraftFile(drafts), { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && FRAGILE.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE
      }
    },
  })
  return document.toString({ lineWidth: 0 })
}
