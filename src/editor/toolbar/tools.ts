import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import {
  Bold,
  Code,
  CornerDownLeft,
  FileInput,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListIndentDecrease,
  ListIndentIncrease,
  ListOrdered,
  Minus,
  Pilcrow,
  Redo2,
  RemoveFormatting,
  Strikethrough,
  Table2,
  TextQuote,
  Underline,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Condition } from './editor-conditions.ts'
import { insertDivider, insertLineBreak } from '#editor/document/text-blocks.ts'

/** One thing that the toolbar can do. */
export interface Tool {
  name: string
  label: string
  icon: LucideIcon
  /** The element it writes, when it writes one. */
  tag?: string
  /** In Tiptap's notation. */
  keys?: string
  /** Pressed while this is true of the selection. */
  on?: Condition
  /** Has an effect only while this is true. */
  needs?: Condition
  run?: (editor: Editor) => void
  /** The dialog that asks for what is missing; it belongs to the field. */
  opens?: ToolDialog
}

export type ToolDialog = 'link' | 'table' | 'picture'

export const styleTools: readonly Tool[] = [
  {
    name: 'text',
    label: 'Text',
    icon: Pilcrow,
    keys: 'Mod-Alt-0',
    on: 'text',
    run: (editor) => editor.chain().focus().setNode('paragraph').run(),
  },
  {
    name: 'title',
    label: 'Title',
    icon: Heading1,
    tag: 'h1',
    keys: 'Mod-Alt-1',
    on: 'h1',
    run: (editor) => editor.chain().focus().setNode('heading', { level: 1 }).run(),
  },
  {
    name: 'subtitle',
    label: 'Subtitle',
    icon: Heading2,
    tag: 'h2',
    keys: 'Mod-Alt-2',
    on: 'h2',
    run: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
]

export const mainTools: readonly Tool[] = [
  {
    name: 'bold',
    label: 'Bold',
    icon: Bold,
    tag: 'strong',
    keys: 'Mod-B',
    on: 'bold',
    run: (editor) => editor.chain().focus().toggleMark('bold').run(),
  },
  {
    name: 'italic',
    label: 'Italic',
    icon: Italic,
    tag: 'em',
    keys: 'Mod-I',
    on: 'italic',
    run: (editor) => editor.chain().focus().toggleMark('italic').run(),
  },
  {
    name: 'numbered',
    label: 'Numbered list',
    icon: ListOrdered,
    tag: 'ol',
    keys: 'Mod-Shift-7',
    on: 'orderedList',
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    name: 'bulleted',
    label: 'Bulleted list',
    icon: List,
    tag: 'ul',
    keys: 'Mod-Shift-8',
    on: 'bulletList',
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
]

export const wideTools: readonly Tool[] = [
  {
    name: 'outdent',
    label: 'Decrease indent',
    icon: ListIndentDecrease,
    keys: 'Mod-[',
    needs: 'inList',
    run: (editor) => editor.chain().focus().liftListItem('listItem').run(),
  },
  {
    name: 'indent',
    label: 'Increase indent',
    icon: ListIndentIncrease,
    keys: 'Mod-]',
    needs: 'afterItem',
    run: (editor) => editor.chain().focus().sinkListItem('listItem').run(),
  },
  { name: 'link', label: 'Link', icon: Link, tag: 'a', keys: 'Mod-K', on: 'link', opens: 'link' },
]

export const undoTool: Tool = {
  name: 'undo',
  label: 'Undo',
  icon: Undo2,
  keys: 'Mod-Z',
  needs: 'undo',
  run: (editor) =>
    editor
      .chain()
      .focus()
      .command(({ state, dispatch }) => undo(state, dispatch))
      .run(),
}

export const redoTool: Tool = {
  name: 'redo',
  label: 'Redo',
  icon: Redo2,
  keys: 'Mod-Shift-Z',
  needs: 'redo',
  run: (editor) =>
    editor
      .chain()
      .focus()
      .command(({ state, dispatch }) => redo(state, dispatch))
      .run(),
}

export const moreTools: readonly Tool[] = [
  {
    name: 'underline',
    label: 'Underline',
    icon: Underline,
    tag: 'u',
    keys: 'Mod-U',
    on: 'underline',
    run: (editor) => editor.chain().focus().toggleMark('underline').run(),
  },
  {
    name: 'strike',
    label: 'Strikethrough',
    icon: Strikethrough,
    tag: 's',
    keys: 'Mod-Shift-S',
    on: 'strike',
    run: (editor) => editor.chain().focus().toggleMark('strike').run(),
  },
  {
    name: 'small-heading',
    label: 'Small heading',
    icon: Heading3,
    tag: 'h3',
    keys: 'Mod-Alt-3',
    on: 'h3',
    run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(),
  },
  {
    name: 'quote',
    label: 'Quote',
    icon: TextQuote,
    tag: 'blockquote',
    keys: 'Mod-Shift-B',
    on: 'blockquote',
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
  {
    name: 'code',
    label: 'Code',
    icon: Code,
    tag: 'code',
    keys: 'Mod-E',
    on: 'code',
    run: (editor) => editor.chain().focus().toggleMark('code').run(),
  },
  {
    name: 'break',
    label: 'Line break',
    icon: CornerDownLeft,
    tag: 'br',
    keys: 'Shift-Enter',
    run: (editor) => {
      insertLineBreak(editor)
      editor.commands.focus()
    },
  },
  {
    name: 'divider',
    label: 'Divider',
    icon: Minus,
    tag: 'hr',
    run: insertDivider,
  },
  {
    name: 'table',
    label: 'Table…',
    icon: Table2,
    tag: 'table',
    needs: 'outsideTable',
    opens: 'table',
  },
  {
    name: 'file',
    label: 'Text from a file…',
    icon: FileInput,
    run: (editor) =>
      void import('#editor/files/choose-file.ts').then(({ chooseFile }) => chooseFile(editor)),
  },
  { name: 'picture', label: 'Picture…', icon: Image, tag: 'img', on: 'picture', opens: 'picture' },
  {
    name: 'clear',
    label: 'Clear formatting',
    icon: RemoveFormatting,
    run: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().run(),
  },
]

/** In the row while a picture is selected. */
export const changePictureTool: Tool = {
  name: 'change-picture',
  label: 'Change picture',
  icon: Image,
  tag: 'img',
  on: 'picture',
  opens: 'picture',
}
