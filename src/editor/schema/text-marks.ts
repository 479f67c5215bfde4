import { Mark } from '@tiptap/core'
import type { ParseRule } from '@tiptap/pm/model'
import { keptAttributes } from './kept-attributes.ts'
import { writtenOrder } from './written-order.ts'

interface Formatting {
  name: string
  /** The element that is written, then others of the same meaning, which stay as they were written. */
  tags: readonly [string, ...string[]]
  keys: string
  /** How style attributes of pasted text say the same. */
  styles?: readonly ParseRule[]
}

function formatting({ name, tags, keys, styles = [] }: Formatting) {
  const [own, ...others] = tags
  return Mark.create({
    name,
    // Written twice around the same words, it stays twice.
    excludes: '',
    addAttributes: () => ({
      ...keptAttributes,
      ...writtenOrder,
      tag: {
        default: null,
        parseHTML: ({ localName }) => (others.includes(localName) ? localName : null),
        rendered: false,
      },
    }),
    parseHTML: () => [
      ...tags.map((tag) => ({
        tag,
        // Google Docs wraps whole pages in a <b> that is not bold.
        getAttrs: (element: HTMLElement) =>
          element.style.fontWeight === 'normal' || element.style.fontStyle === 'normal'
            ? (false as const)
            : null,
      })),
      ...styles,
    ],
    renderHTML: ({ mark, HTMLAttributes }) => {
      const tag: unknown = mark.attrs['tag']
      return [typeof tag === 'string' ? tag : own, HTMLAttributes, 0]
    },
    addKeyboardShortcuts() {
      return { [keys]: () => this.editor.commands.toggleMark(name) }
    },
  })
}

const decoration = (line: string): ParseRule => ({
  style: 'text-decoration',
  consuming: false,
  getAttrs: (value) => (value.includes(line) ? null : false),
})

const Code = Mark.create({
  name: 'code',
  code: true,
  excludes: '',
  exitable: true,
  addAttributes: () => ({ ...keptAttributes, ...writtenOrder }),
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark('code') }
  },
})

/** In the order in which they are written around each other when nobody wrote another. */
export const textMarks = [
  formatting({
    name: 'bold',
    tags: ['strong', 'b'],
    keys: 'Mod-b',
    styles: [
      {
        style: 'font-weight',
        getAttrs: (value) => (/^(?:bold(?:er)?|[5-9]\d{2})$/.test(value) ? null : false),
      },
    ],
  }),
  Code,
  formatting({
    name: 'italic',
    tags: ['em', 'i'],
    keys: 'Mod-i',
    styles: [{ style: 'font-style=italic' }],
  }),
  formatting({
    name: 'strike',
    tags: ['s', 'del', 'strike'],
    keys: 'Mod-Shift-s',
    styles: [decoration('line-through')],
  }),
  formatting({
    name: 'underline',
    tags: ['u'],
    keys: 'Mod-u',
    styles: [decoration('underline')],
  }),
]
