import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { changedRanges } from './changed-ranges.ts'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'

/** No element of any text has this name, so nothing takes it for a part of the text. */
const ELEMENT = 'open-placeholder'

/**
 * Shows where something is still to be filled in. It is drawn over the text and is no part of it; with
 * each key the block that changed is looked at again, and no other.
 */
export const MarkPlaceholders = Extension.create({
  name: 'markPlaceholders',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_config, { doc }) => DecorationSet.create(doc, marksIn(doc, 0, doc.content.size)),
          apply: (tr, marks) => (tr.docChanged ? updated(tr, marks) : marks),
        },
        props: {
          decorations(state) {
            return this.getState(state)
          },
        },
      }),
    ]
  },
})

function updated(tr: Transaction, before: DecorationSet): DecorationSet {
  let marks = before.map(tr.mapping, tr.doc)
  for (const { from, to } of changedRanges(tr)) {
    for (const { block, start } of textBlocks(tr.doc, from, to)) {
      marks = marks.remove(marks.find(start, start + block.content.size))
      marks = marks.add(tr.doc, marksOf(block, start))
    }
  }
  return marks
}

function marksIn(doc: Node, from: number, to: number): Decoration[] {
  return textBlocks(doc, from, to).flatMap(({ block, start }) => marksOf(block, start))
}

function textBlocks(doc: Node, from: number, to: number) {
  const found: { block: Node; start: number }[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock && !node.type.spec.code) found.push({ block: node, start: position + 1 })
    return !node.isTextblock
  })
  return found
}

function marksOf(block: Node, start: number): Decoration[] {
  let words = ''
  block.forEach((child) => {
    const isProse = child.isText && !child.marks.some(({ type }) => type.spec.code)
    // Positions count what stands between the words as well.
    words += isProse ? child.text : '\ufffc'.repeat(child.nodeSize)
  })
  return openPlaceholdersIn(words).map(({ words: placeholder, index }) =>
    Decoration.inline(start + index, start + index + placeholder.length, {
      nodeName: ELEMENT,
      title: 'Not filled in yet',
    }),
  )
}
