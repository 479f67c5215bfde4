import { getMarkRange, type Editor } from '@tiptap/core'

/** A stretch of text that is a link, or is to become one. */
export interface LinkPlace {
  from: number
  to: number
  /** '' where there is no link yet. */
  href: string
  text: string
}

/** The link at the caret, else the selection. */
export function linkAt(editor: Editor): LinkPlace {
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
  place: LinkPlace,
  wanted: { href: string; text: string },
) {
  const { state, schema } = editor
  const type = schema.marks['link']
  if (!type) return
  const { tr } = state
  const text = wanted.text || wanted.href
  let { to } = place
  if (place.from === to || text !== place.text) {
    const marks = state.doc.resolve(place.from).marksAcross(state.doc.resolve(to)) ?? []
    tr.replaceWith(place.from, to, schema.text(text, marks))
    to = place.from + text.length
  }
  tr.removeMark(place.from, to, type).addMark(place.from, to, type.create({ href: wanted.href }))
  editor.view.dispatch(tr.removeStoredMark(type).scrollIntoView())
  editor.commands.setTextSelection(to)
}

/** Makes plain words of a link. */
export function removeLink(editor: Editor, place: LinkPlace) {
  const type = editor.schema.marks['link']
  if (type) editor.view.dispatch(editor.state.tr.removeMark(place.from, place.to, type))
}
