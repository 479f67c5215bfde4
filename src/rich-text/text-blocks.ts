import { Node } from '@tiptap/core'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { OPENING } from './lossless-document.ts'

const Document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
  /** Which of the sources that a lossless document has read this one came from; undo changes it back. */
  addAttributes: () => ({ [OPENING]: { default: 0, rendered: false } }),
})

const Text = Node.create({ name: 'text', group: 'inline' })

/** Before every other block, so that it is what the schema fills gaps with. */
const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes() {
    return {
      /** In a list item or a quote: `p` when it was written with `<p>`, `none` when without. */
      wrapping: {
        default: null,
        parseHTML: ({ dataset: { wrapping } }) =>
          wrapping === 'p' || wrapping === 'none' ? wrapping : null,
        renderHTML: ({ wrapping }) =>
          typeof wrapping === 'string' ? { 'data-wrapping': wrapping } : {},
      },
    }
  },
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') }
  },
})

const LEVELS = [1, 2, 3]

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs['level'])}`, HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return Object.fromEntries(
      LEVELS.map((level) => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode('heading', 'paragraph', { level }),
      ]),
    )
  },
})

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap('blockquote') }
  },
})

/** There is no tool for it: it holds what a source or a paste brings. */
const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({
    /** The class of the `<code>` inside, which names the language. */
    language: {
      default: null,
      parseHTML: (element) => element.firstElementChild?.getAttribute('class') ?? null,
      rendered: false,
    },
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'pre',
    HTMLAttributes,
    ['code', { class: node.attrs['language'] as unknown }, 0],
  ],
  addKeyboardShortcuts() {
    return {
      // The third Enter at its end leaves it.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        const atEnd = empty && $from.parentOffset === $from.parent.content.size
        if ($from.parent.type !== this.type || !atEnd) return false
        if (!$from.parent.textContent.endsWith('\n\n')) return false
        return this.editor
          .chain()
          .deleteRange({ from: $from.pos - 2, to: $from.pos })
          .exitCode()
          .run()
      },
    }
  },
})

const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ HTMLAttributes }) => ['br', HTMLAttributes],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => insertLineBreak(this.editor) }
  },
})

const Divider = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
})

export const textBlocks = [Document, Text, Paragraph, Heading, Quote, CodeBlock, LineBreak, Divider]

/** Breaks the line at the caret; what is typed next keeps its formatting. Not within code. */
export function insertLineBreak(editor: Editor): boolean {
  const { state, view } = editor
  const { $from } = state.selection
  if ($from.parent.type.spec.code) return false
  const marks = state.storedMarks ?? $from.marks()
  const tr = state.tr.replaceSelectionWith(state.schema.node('hardBreak')).ensureMarks(marks)
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Puts a rule at the caret and a line to go on with behind it. */
export function insertDivider(editor: Editor): void {
  const { state, view } = editor
  const tr = withDivider(state)
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

function withDivider(state: EditorState) {
  const tr = state.tr.replaceSelectionWith(state.schema.node('horizontalRule'))
  if (tr.doc.lastChild?.type.name === 'horizontalRule') {
    tr.insert(tr.doc.content.size, state.schema.node('paragraph'))
    tr.setSelection(TextSelection.atEnd(tr.doc))
  }
  return tr
}
