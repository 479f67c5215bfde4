import { getMarkRange, type Editor } from '@tiptap/core'

/** A stretch of text that is a link, or is to become one. */
export interface LinkPosition {
  from: number
  to: number
  /** '' where there is no link yet. */
  href: string
  text: string
}

/** The link at the caret, else the selection. */
export function linkAt(editor: Editor): LinkPosition {
  const { doc, schema, selection } = editor.state
  const type = schema.marks['link']
  const range = type && getMarkRange(selection.$from, type)
  const whole = range && range.to >= selection.to ? range : null
  const { from, to } = whole ?? selection
  const { href } = whole ? editor.getAttributes('link') : {}
  return {
    from,
    to,
    href: typeof href === 'string' ? href : '',
    text: doc.textBetween(from, to, ' '),
  }
}

/** Makes a link of `place`. Its formatting stays unless the words were changed. */
export function applyLink(
  editor: Editor,
  position: LinkPosition,
  wanted: { href: string; text: string },
) {
  const { state, schema } = editor
  const type = schema.marks['link']
  if (!type) return
  const { tr } = state
  const text = wanted.text || wanted.href
  let { to } = position
  if (position.from === to || text !== position.text) {
    const marks = state.doc.resolve(position.from).marksAcross(state.doc.resolve(to)) ?? []
    tr.replaceWith(position.from, to, schema.text(text, marks))
    to = position.from + text.length
  }
  tr.removeMark(position.from, to, type).addMark(
    position.from,
    to,
    type.create({ href: wanted.href }),
  )
  editor.view.dispatch(tr.removeStoredMark(type).scrollIntoView())
  editor.commands.setTextSelection(to)
}

/** Makes plain words of a link. */
export function removeLink(editor: Editor, position: LinkPosition) {
  const type = editor.schema.marks['link']
  if (type) editor.view.dispatch(editor.state.tr.removeMark(position.from, position.to, type))
}
