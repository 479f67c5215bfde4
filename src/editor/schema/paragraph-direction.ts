import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { directionOf, holdsRightToLeft } from '#html/words/right-to-left.ts'
import { changedRanges } from './changed-ranges.ts'
import { readKept } from './kept-attributes.ts'

/**
 * Lays each paragraph out in the direction of its own first letters, as the participant view does. It is
 * drawn over the text and is no part of it. A text without right-to-left letters costs nothing.
 */
export const ParagraphDirection = Extension.create({
  name: 'paragraphDirection',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_config, { doc }) => DecorationSet.create(doc, inRange(doc, 0, doc.content.size)),
          apply: (tr, shown) => (tr.docChanged ? updated(tr, shown) : shown),
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
  let shown = before.map(tr.mapping, tr.doc)
  for (const { from, to } of changedRanges(tr)) {
    const start = tr.doc.resolve(from)
    const end = tr.doc.resolve(to)
    // Boxes around the change may have got or lost their first letters.
    const first = start.depth > 0 ? start.before(1) : from
    const last = end.depth > 0 ? end.after(1) : to
    shown = shown.remove(shown.find(first, last)).add(tr.doc, inRange(tr.doc, first, last))
  }
  return shown
}

function inRange(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = []
  doc.nodesBetween(from, to, (node, position, parent) => {
    // What was written with a direction keeps it, with all that is in it.
    if (!node.isBlock || 'dir' in readKept(node.attrs)) return false
    const text = node.textContent
    if (parent === doc && !holdsRightToLeft(text)) return false
    const direction = directionOf(text)
    // What has no letters follows what is around it.
    if (direction === null) return false
    // For `auto` a browser looks at no block that has a direction: around others it would find no letter.
    const dir = node.isTextblock ? 'auto' : direction
    found.push(Decoration.node(position, position + node.nodeSize, { dir }))
    return !node.isTextblock
  })
  return found
}
