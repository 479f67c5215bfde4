import { isApartByStyle, keepApart, standsApart } from '#html/safety/keep-apart.ts'
import { keepsAttribute, type HtmlProfile } from './profiles.ts'

/**
 * Leaves in a cleaned fragment what `profile` keeps: attributes outside it go, and of elements outside
 * it the words stay, as Prolific says of study descriptions ("stripped"). Words that stood on lines of
 * their own, or in boxes of their own, stay apart by a space. A picture has no words; with `altAsWords` its alternative text takes
 * its place. Changes `fragment` and returns it.
 */
export function keepOnly(
  fragment: DocumentFragment,
  profile: HtmlProfile,
  { altAsWords = false } = {},
): DocumentFragment {
  if (!profile.tags.has('#comment')) removeComments(fragment)
  // From the inside out, so that what is moved was seen to already.
  for (const element of [...fragment.querySelectorAll('*')].toReversed()) {
    const tag = element.localName
    if (profile.tags.has(tag)) {
      if (isApartByStyle(element) && !keepsAttribute(profile, tag, 'style')) keepApart(element)
      for (const name of element.getAttributeNames()) {
        if (!keepsAttribute(profile, tag, name)) element.removeAttribute(name)
      }
      continue
    }
    const alt = (altAsWords && tag === 'img' && element.getAttribute('alt')) || ''
    if (alt !== '') element.append(alt)
    if (tag === 'br' || alt !== '' || standsApart(element)) keepApart(element)
    element.replaceWith(...element.childNodes)
  }
  fragment.normalize()
  return fragment
}

function removeComments(fragment: DocumentFragment): void {
  const walker = fragment.ownerDocument.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Comment) comments.push(walker.currentNode)
  }
  for (const comment of comments) comment.remove()
}
