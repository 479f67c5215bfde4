import type { Node } from '@tiptap/pm/model'
import { readKept } from '#rich-text/kept-attributes.ts'

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
