import { strToU8, zipSync, type Zippable } from 'fflate'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A paragraph in Word's own markup. */
export const paragraph = (runs: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
/** An item of the numbered (1) or the bulleted (2) list. */
export const item = (text: string, list: 1 | 2, level = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
export const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A cat"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const levels = (format: string) =>
  [0, 1, 2]
    .map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`)
    .join('')

const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`)

/** A Word document as Word packs it, around the markup of its body. `more` are further entries. */
export function makeDocx(body: string, more: Zippable = {}): Uint8Array<ArrayBuffer> {
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId9" Type="${OFFICE}/image" Target="media/image1.png"/><Relationship Id="rId8" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId7" Type="${OFFICE}/hyperlink" Target="https://example.org/consent" TargetMode="External"/></Relationships>`,
    ),
    'word/numbering.xml': xml(
      `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    ),
    'word/media/image1.png': new Uint8Array([1, 2, 3]),
    'word/document.xml': xml(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    ...more,
  })
}
