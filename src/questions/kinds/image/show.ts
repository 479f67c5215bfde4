import { hostOf } from '#html/safety/image-host.ts'
import { shownPicture } from '#html/show/without-effects.ts'
import { element, theirs, type Item } from '#questions/kinds/elements.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { asWords } from '#questions/words/as-words.ts'

/** A picture with its caption: itself where its host is allowed, else the host's name. */
export function showImage(item: Item, { imageHosts }: ShowContext): HTMLElement {
  const address = asWords(item['url'])
  const caption = asWords(item['caption'])
  const picture = shownPicture(address, asWords(item['alt_text']), imageHosts)
  const figure = element('figure', 'picture', picture)
  // An address that names no host says most about what is wrong with it.
  if (address !== '' && hostOf(address) === null) figure.append(theirs('p', 'address', address))
  if (caption !== '') figure.append(theirs('figcaption', '', caption))
  return figure
}
