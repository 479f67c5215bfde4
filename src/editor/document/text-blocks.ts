import { Node } from '@tiptap/core'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'
import { WRAPPING } from '#editor/schema/editor-attributes.ts'
import { isLoneBreak } from '#editor/schema/editor-dom.ts'
import { keptAttributes, keptOf, readKept } from '#editor/schema/kept-attributes.ts'
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
      ...keptAttributes,
      /** One of `Wrapping`, or null for a line that was not read inside a box. */
      wrapping: {
        default: null,
        parseHTML: (element) => element.getAttribute(WRAPPING),
        renderHTML: ({ wrapping }) =>
          typeof wrapping === 'string' ? { [WRAPPING]: wrapping } : {},
      },
    }
  },
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') }
  },
})

const LEVELS = [1, 2, 3, 4, 5, 6]
const LEVELS_WITH_KEYS = LEVELS.slice(0, 3)

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...keptAttributes, level: { default: 1, rendered: false } }),
  parseHTML: () => LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs['level'])}`, HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return Object.fromEntries(
      LEVELS_WITH_KEYS.map((level) => [
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
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap('blockquote') }
  },
})

const NO_CODE = 'none'

/** There is no tool for it: it holds what a source or a paste brings. */
const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'inline*',
  code: true,
  defining: true,
  addAttributes: () => ({
    ...keptAttributes,
    /** What the `<code>` inside was written with; `NO_CODE` where there is none. */
    code: {
      default: {},
      parseHTML: (element) => {
        const code = codeIn(element)
        return code ? (keptOf(code) ?? {}) : NO_CODE
      },
      rendered: false,
    },
  }),
  parseHTML: () => [
    {
      tag: 'pre',
      preserveWhitespace: 'full',
      contentElement: 'code',
      getAttrs: (element) => codeIn(element) !== null && null,
    },
    { tag: 'pre', preserveWhitespace: 'full' },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const code: unknown = node.attrs['code']
    if (code === NO_CODE) return ['pre', HTMLAttributes, 0]
    return ['pre', HTMLAttributes, ['code', readKept({ kept: code }), 0]]
  },
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

/** The `<code>` that is all there is in a `<pre>`. */
function codeIn(pre: Element): Element | null {
  const [only, ...others] = pre.childNodes
  return only instanceof Element && only.localName === 'code' && others.length === 0 ? only : null
}

const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [
    // It only keeps a blank line open, and the editor draws its own.
    { tag: 'br', ignore: true, getAttrs: (element) => isLoneBreak(element) && null },
    { tag: 'br' },
  ],
  renderHTML: ({ HTMLAttributes }) => ['br', HTMLAttributes],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => insertLineBreak(this.editor) }
  },
})

/** Where a long word may be broken. */
const WordBreak = Node.create({
  name: 'wordBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'wbr' }],
  renderHTML: ({ HTMLAttributes }) => ['wbr', HTMLAttributes],
})

const Divider = Node.create({
  name: 'horizontalRule',
  group: 'block',
  addAttributes: () => ({ ...keptAttributes }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
})

export const textBlocks = [
  Document,
  Text,
  Paragraph,
  Heading,
  Quote,
  CodeBlock,
  LineBreak,
  WordBreak,
  Divider,
]

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
