import { baseKeymap } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { DOMParser, Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { documentOf } from './document.ts'

/*
 * The peer of the typing measurements: the same document in ProseMirror with a plain schema, its key
 * bindings and its history, and nothing else on the page. `?words=` says how long.
 */
const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block('p', 'inline*'),
    heading: block('h2', 'inline*'),
    ordered_list: block('ol', 'list_item+'),
    bullet_list: block('ul', 'list_item+'),
    list_item: { content: 'block+', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: { group: 'inline' },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }], toDOM: () => ['em', 0] },
  },
})
const source = document.createElement('div')
source.innerHTML = documentOf(Number(new URLSearchParams(location.search).get('words')))

const view = new EditorView(document.body, {
  state: EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(source),
    plugins: [history(), keymap(baseKeymap)],
  }),
})
view.dom.setAttribute('role', 'textbox')

function block(tag: string, content: string) {
  return { content, group: 'block', parseDOM: [{ tag }], toDOM: () => [tag, 0] as const }
}
