import { Node, wrappingInputRule, type Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { keptAttributes, readKept } from './kept-attributes.ts'

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    ...keptAttributes,
    /** `menu`, which lists the same way; null for `ul`. */
    tag: {
      default: null,
      rendered: false,
      parseHTML: ({ localName }) => (localName === 'menu' ? localName : null),
    },
  }),
  parseHTML: () => [{ tag: 'ul' }, { tag: 'menu' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList('bulletList', 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })]
  },
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList('orderedList', 'listItem') }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d+)\.\s$/,
        type: this.type,
        getAttributes: ([, number]) => (number === '1' ? {} : { kept: { start: number } }),
        // Only the number that comes next continues a list.
        joinPredicate: ([, number], list) =>
          Number(readKept(list.attrs)['start'] ?? 1) + list.childCount === Number(number),
      }),
    ]
  },
})

const ListItem = Node.create({
  name: 'listItem',
  // Any block may come first: `<li><h3>` would otherwise be thrown out of its list.
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    ...keptAttributes,
    // The next item has the next number.
    value: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute('value'),
    },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      // Tab is not among them: it always leaves the editor.
      Enter: () => this.editor.commands.splitListItem('listItem'),
      'Mod-]': () => this.editor.commands.sinkListItem('listItem') || true,
      'Mod-[': () => this.editor.commands.liftListItem('listItem') || true,
      Backspace: () => joinBackward(this.editor),
      Delete: () => joinForward(this.editor),
    }
  },
})

export const lists = [BulletList, OrderedList, ListItem]

/** At its start an item leaves the list; text behind a list goes on in the list's last line. */
function joinBackward(editor: Editor): boolean {
  const { doc, selection, tr } = editor.state
  const { $from, empty } = selection
  if (!empty || $from.parentOffset > 0 || $from.depth === 0) return false
  if ($from.node(-1).type.name === 'listItem' && $from.index(-1) === 0) {
    return editor.commands.liftListItem('listItem')
  }
  const start = $from.before()
  const list = doc.resolve(start).nodeBefore
  const end = Selection.findFrom(doc.resolve(start), -1, true)?.$to
  if (!list?.type.spec.group?.includes('list') || !end) return false
  tr.delete(start, $from.after()).insert(end.pos, $from.parent.content)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end.pos)).scrollIntoView())
  return true
}

/** At its end an item takes in the words of the next one. */
function joinForward(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset < $from.parent.content.size || $from.depth < 2) return false
  const isLast = $from.indexAfter(-1) === $from.node(-1).childCount
  const hasNext = $from.indexAfter(-2) < $from.node(-2).childCount
  if ($from.node(-1).type.name !== 'listItem' || !isLast || !hasNext) return false
  return editor.commands.joinItemForward()
}
