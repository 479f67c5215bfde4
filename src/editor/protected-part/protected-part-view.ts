import type { NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import { cleanFragment } from '#html/safety/sanitize.ts'
import { directBlocks } from '#html/show/direct-blocks.ts'
import { withoutEffects } from '#html/show/without-effects.ts'
import { partButtons } from './protected-part-buttons.ts'
import styles from './protected-part.module.css'
import { shownKeys } from '#ui/commands.ts'

type Shown = Pick<NodeViewRendererProps, 'node' | 'editor' | 'getPos'>

const SELECTED = 'ProseMirror-selectednode'

/**
 * Shows a protected part: a label with what can be done, and below it the content as it will look, with
 * dead links.
 */
export function protectedPartView({ node, editor, getPos }: Shown): NodeView {
  const html = String(node.attrs['html'])
  const dom = document.createElement('div')
  dom.className = styles['part'] ?? ''
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', 'Protected part: kept exactly')
  dom.title = `The visual editor cannot change this part. Select it, then press Enter to edit it as HTML, ${shownKeys('Alt-↑')} or ${shownKeys('Alt-↓')} to move it, or Delete to remove it.`

  const label = document.createElement('div')
  label.className = styles['label'] ?? ''
  const words = document.createElement('span')
  words.textContent = 'Protected part: kept exactly'
  const buttons = partButtons(editor, getPos)
  label.append(words, buttons.dom)

  const content = document.createElement('div')
  content.className = styles['content'] ?? ''
  content.append(document.importNode(directBlocks(withoutEffects(cleanFragment(html))), true))
  if ((content.textContent ?? '').trim() === '' && !content.querySelector('table, hr, img')) {
    content.textContent = 'Participants see nothing of this part.'
  }

  dom.append(label, content)
  const show = (selected: boolean) => {
    dom.classList.toggle(SELECTED, selected)
    buttons.setSelected(selected)
  }
  return {
    dom,
    ignoreMutation: () => true,
    // What happens on a button is no writing.
    stopEvent: ({ target }) => target instanceof Node && buttons.dom.contains(target),
    selectNode: () => show(true),
    deselectNode: () => show(false),
    destroy: () => buttons.setSelected(false),
  }
}

/** Shows a protected part of a line: its words, or what it is. */
export function protectedInlineView({ node }: Shown): NodeView {
  const html = String(node.attrs['html'])
  const dom = document.createElement('span')
  dom.className = styles['inline'] ?? ''
  dom.contentEditable = 'false'
  dom.append(document.importNode(withoutEffects(cleanFragment(html)), true))
  if ((dom.textContent ?? '').trim() === '' && !dom.querySelector('img')) {
    dom.textContent = html.startsWith('<!--') ? 'Comment' : 'Protected part'
  }
  dom.title =
    'Protected part: kept exactly. Double-click it, or select it and press Enter, to edit it as HTML. Press Delete to remove it.'
  return { dom, ignoreMutation: () => true }
}
