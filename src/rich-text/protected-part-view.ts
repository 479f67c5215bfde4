import type { NodeView } from '@tiptap/pm/view'
import { cleanFragment } from '#html/sanitize.ts'
import { withoutEffects } from '#html/without-effects.ts'
import styles from './protected-part.module.css'

/** Shows a protected part: a label, and below it the content as it will look, with dead links. */
export function protectedPartView(html: string): NodeView {
  const dom = document.createElement('div')
  dom.className = styles['part'] ?? ''
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', 'Protected part: kept exactly')
  dom.title = 'The visual editor cannot change this part. It can be moved or deleted.'

  const label = document.createElement('div')
  label.className = styles['label'] ?? ''
  label.textContent = 'Protected part: kept exactly'

  const content = document.createElement('div')
  content.className = styles['content'] ?? ''
  content.append(document.importNode(withoutEffects(cleanFragment(html)), true))
  if ((content.textContent ?? '').trim() === '' && !content.querySelector('table, hr, img')) {
    content.textContent = 'Nothing that participants can see.'
  }

  dom.append(label, content)
  return { dom, ignoreMutation: () => true }
}

/** Shows a protected part of a line: its words, or what it is. */
export function protectedInlineView(html: string): NodeView {
  const dom = document.createElement('span')
  dom.className = styles['inline'] ?? ''
  dom.contentEditable = 'false'
  dom.append(document.importNode(withoutEffects(cleanFragment(html)), true))
  if ((dom.textContent ?? '').trim() === '' && !dom.querySelector('img')) {
    dom.textContent = html.startsWith('<!--') ? 'Comment' : 'Protected part'
  }
  dom.title = 'Protected part: kept exactly. It can be moved or deleted.'
  return { dom, ignoreMutation: () => true }
}
