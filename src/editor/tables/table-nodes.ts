import { Node, type NodeViewRendererProps } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { COLUMNS, SECTION } from '#editor/schema/editor-attributes.ts'
import { keptAttributes, readKept } from '#editor/schema/kept-attributes.ts'
import { columnsOf, flattenTable } from './table-dom.ts'
import type { NodeView } from '@tiptap/pm/view'
import { loadTableEditing } from './load-table-editing.ts'

/** What the library for tables calls each node. Its table is the rows alone: it knows no caption. */
const ROLES: Readonly<Record<string, string>> = {
  tableGrid: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableCaption? tableGrid',
  isolating: true,
  addAttributes: () => ({
    ...keptAttributes,
    columns: {
      default: '',
      parseHTML: columnsOf,
      renderHTML: ({ columns }) => (columns === '' ? {} : { [COLUMNS]: columns as unknown }),
    },
  }),
  parseHTML: () => [
    { tag: 'table', contentElement: flattenTable },
    // Read with the table.
    { tag: 'colgroup', ignore: true },
    { tag: 'col', ignore: true },
  ],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, 0],
  addNodeView: () => tableView,
  extendNodeSchema: ({ name }) => (ROLES[name] === undefined ? {} : { tableRole: ROLES[name] }),
})

const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'inline*',
  isolating: true,
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'caption' }],
  renderHTML: ({ HTMLAttributes }) => ['caption', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      // There is only one line of it: the next one is the first cell.
      Enter: () => {
        const { doc, selection, tr } = this.editor.state
        if (selection.$to.parent.type !== this.type) return false
        const next = Selection.near(doc.resolve(selection.$to.after()), 1)
        this.editor.view.dispatch(tr.setSelection(next).scrollIntoView())
        return true
      },
    }
  },
})

const TableGrid = Node.create({
  name: 'tableGrid',
  content: 'tableRow+',
  isolating: true,
  selectable: false,
  // The other sections never get this far, but are no reason to protect a table.
  parseHTML: () => [{ tag: 'tbody' }, { tag: 'thead' }, { tag: 'tfoot' }],
  renderHTML: ({ HTMLAttributes }) => ['tbody', HTMLAttributes, 0],
})

const TableRow = Node.create({
  name: 'tableRow',
  // None at all where every cell reaches down from the rows above.
  content: '(tableCell | tableHeader)*',
  addAttributes: () => ({
    ...keptAttributes,
    section: {
      default: null,
      parseHTML: (element) => element.getAttribute(SECTION),
      renderHTML: ({ section }) => (section === null ? {} : { [SECTION]: section as unknown }),
    },
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

/** How many columns or rows a cell takes, as a number for the library. */
const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? 1),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 && readKept(attributes)[name] !== '1'
      ? {}
      : { [name]: attributes[name] },
})

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({
      ...keptAttributes,
      colspan: span('colspan'),
      rowspan: span('rowspan'),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

/** Tables as they were written; `table-dom` turns them into this shape and back. */
export const tableNodes = [
  Table,
  TableCaption,
  TableGrid,
  TableRow,
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
]

/** Shows a table, and is the first to know that the code for editing one is needed. */
function tableView({ editor, HTMLAttributes }: NodeViewRendererProps): NodeView {
  void loadTableEditing(editor)
  const table = document.createElement('table')
  for (const [name, value] of Object.entries(HTMLAttributes)) {
    if (name !== COLUMNS) table.setAttribute(name, String(value))
  }
  return { dom: table, contentDOM: table }
}
