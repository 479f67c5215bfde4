import { DOMParser, Slice, type Fragment, type ParseOptions, type Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { parseInert } from '#html/parse/inert-document.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'
import { cleanedForSchema } from './cleaned-for-schema.ts'

/**
 * Pastes HTML of another program at the selection, as whole blocks: unlike what an editor has copied,
 * it does not say which of them were selected only in part. False when there is nothing in it.
 */
export function pasteBlocks(view: EditorView, html: string): boolean {
  const cleaned = cleanedForSchema(html)
  if (!/\S/.test(cleaned)) return false
  const slice = new Slice(blocksOf(cleaned, view.state.schema), 0, 0)
  const event = new ClipboardEvent('paste')
  // Selected cells take it in another way than a line does.
  return view.someProp('handlePaste', (handle) => handle(view, event, slice)) ?? false
}

function blocksOf(cleaned: string, schema: Schema): Fragment {
  const fragment = parseInert(cleaned)
  for (const lineBreak of fragment.querySelectorAll('br')) {
    // The last one of a block is not seen.
    const { nextSibling, parentElement } = lineBreak
    if (!nextSibling && parentElement && isBlockElement(parentElement)) lineBreak.remove()
  }
  return DOMParser.fromSchema(schema).parse(fragment).content
}

/**
 * Reads what an editor has copied. ProseMirror leaves out a line break at the end of a block, which
 * browsers put there to keep a line open; an editor copies only those that are part of the text.
 */
export class CopiedParser extends DOMParser {
  static of(schema: Schema): CopiedParser {
    return new CopiedParser(schema, DOMParser.fromSchema(schema).rules)
  }

  override parseSlice(dom: Node, options: ParseOptions = {}): Slice {
    const { preserveWhitespace, from, to, context } = options
    // Only with what an editor has copied, and with plain text, every space counts.
    if (preserveWhitespace !== true) return super.parseSlice(dom, options)
    return super.parseSlice(dom, {
      preserveWhitespace,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(context === undefined ? {} : { context }),
    })
  }
}
