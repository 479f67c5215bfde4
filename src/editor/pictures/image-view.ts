import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import styles from './image.module.css'
import { readKept } from '#editor/schema/kept-attributes.ts'

/**
 * Shows a picture without loading anything: a box with the name of the host and the alternative text.
 * Only a picture that is in the text itself is drawn.
 */
export function imageView({ node }: { node: Node }): NodeView {
  const { src, alt } = pictureOf(node)
  const dom = document.createElement('span')
  dom.className = styles['picture'] ?? ''
  dom.contentEditable = 'false'
  dom.setAttribute('data-picture', '')
  dom.setAttribute('role', 'img')
  const words = wordsFor(src, alt)
  dom.setAttribute('aria-label', words)
  if (src.startsWith('data:')) {
    const image = document.createElement('img')
    image.src = src
    image.alt = ''
    dom.append(image)
  } else dom.textContent = words
  return { dom }
}

/** "Picture from example.org: a lamp". */
function wordsFor(src: string, alt: string | null): string {
  const { host } = URL.canParse(src) ? new URL(src) : { host: '' }
  const picture = src.startsWith('data:')
    ? 'Picture in the text'
    : host
      ? `Picture from ${host}`
      : 'Picture without an address'
  if (alt === null) return `${picture}, without alternative text`
  return alt === '' ? `${picture}, decorative` : `${picture}: ${alt}`
}

/** What a picture is, for those who change it. */
export interface Picture {
  /** An https address, or the picture itself as `data:`. */
  src: string
  /** '' for one that is only decoration; null where nobody said. */
  alt: string | null
  /** In pixels, as it was written; '' where the picture's own width counts. */
  width: string
}

/** The picture that an image node shows. */
export function pictureOf(node: Node): Picture {
  const { src = '', alt = null, width = '' } = readKept(node.attrs)
  return { src, alt, width }
}
