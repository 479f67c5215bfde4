import { parseInert, serializeFragment } from './inert-document.ts'
import { keepOnly } from './keep-only.ts'
import { profiles, type ProfileName } from './profiles.ts'
import { sameNodes } from './same-dom.ts'
import { cleanFragment } from './sanitize.ts'

/**
 * `html` with nothing in it that the profile does not keep; every word stays, and those of pictures
 * are their alternative text. A text that is inside the profile already keeps its bytes.
 * Throws `TextTooLarge`.
 */
export function keptHtml(html: string, keeps: ProfileName): string {
  const kept = keepOnly(cleanFragment(html), profiles[keeps], { altAsWords: true })
  return sameNodes(parseInert(html), kept) ? html : serializeFragment(kept)
}
