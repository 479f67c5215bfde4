import type { EditorView } from '@tiptap/pm/view'
import { LINK_ADDRESS } from '#html/link-address.ts'

/** Makes a link of selected words or pictures; false when there are none, or `address` is none. */
export function linkSelection(view: EditorView, address: string): boolean {
  const { selection, schema, doc, tr } = view.state
  const { link } = schema.marks
  if (!link || !/^https?:\/\/\S+$/i.test(address) || !LINK_ADDRESS.test(address)) return false
  if (selection.$from.parent.type.spec.code) return false
  let isSeen = false
  for (const { $from, $to } of selection.ranges) {
    const [from, to] = [$from.pos, $to.pos]
    doc.nodesBetween(from, to, (node, pos, parent) => {
      const words = node.text?.slice(Math.max(0, from - pos), to - pos) ?? ''
      const canBeLink = parent?.type.allowsMarkType(link) === true
      isSeen ||= canBeLink && (/\S/.test(words) || node.type.name === 'image')
    })
    tr.addMark(from, to, link.create({ href: address }))
  }
  if (!isSeen) return false
  view.dispatch(tr)
  return true
}
