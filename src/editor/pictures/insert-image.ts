import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { IMAGE_ADDRESS } from '#html/safety/allow-list.ts'
import { readKept } from '#editor/schema/kept-attributes.ts'
import { pictureOf, type Picture } from './image-view.ts'

/** A picture in the text, and where it is. */
export interface PicturePosition extends Picture {
  pos: number
}

/**
 * Puts a picture at the caret; `alt` is '' for one that is only decoration. Throws a `TypeError` for an
 * address that would not be kept: see `readPictureAddress`.
 */
export function insertImage(
  editor: Editor,
  picture: { src: string; alt: string; width?: string },
): void {
  const { state, view } = editor
  const image = state.schema.node('image', { kept: attributesOf({ width: '', ...picture }, {}) })
  view.dispatch(state.tr.replaceSelectionWith(image).scrollIntoView())
}

/** The picture that is selected, if one is. */
export function pictureAt({ state }: Editor): PicturePosition | null {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null
  return { ...pictureOf(selection.node), pos: selection.from }
}

/** Changes a picture where it is; what else was written about it stays. */
export function changeImage(editor: Editor, position: PicturePosition, picture: Picture): void {
  const { state, view } = editor
  const node = state.doc.nodeAt(position.pos)
  if (!node) return
  const { height, ...written } = readKept(node.attrs)
  // With another width the old height would squeeze it.
  const kept =
    height === undefined || picture.width !== position.width ? written : { ...written, height }
  const tr = state.tr.setNodeAttribute(position.pos, 'kept', attributesOf(picture, kept))
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position.pos)))
}

/** Takes a picture out of the text. */
export function removeImage(editor: Editor, position: PicturePosition): void {
  const { state, view } = editor
  view.dispatch(state.tr.delete(position.pos, position.pos + 1))
}

function attributesOf({ src, alt, width }: Picture, others: Readonly<Record<string, string>>) {
  if (!IMAGE_ADDRESS.test(src))
    throw new TypeError('A picture needs an address that starts with https://.')
  const { width: _width, ...rest } = others
  return {
    ...rest,
    src,
    ...(alt === null ? {} : { alt }),
    ...(width === '' ? {} : { width }),
  }
}
