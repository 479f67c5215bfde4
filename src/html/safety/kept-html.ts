import type { ProfileName } from '#html/profile/profile-names.ts'
import { profiles } from '#html/profile/profiles.ts'
import { cleanFragment } from './sanitize.ts'
import { parseInert, serializeFragment } from '#html/parse/inert-document.ts'
import { keepOnly } from '#html/profile/keep-only.ts'
import { withoutPageShell } from './page-shell.ts'
import { sameNodes } from '#html/compare/same-dom.ts'

/**
 * `html` with nothing in it that the profile does not keep; every word stays, and those of pictures
 * are their alternative text. A text that is inside the profile already keeps its bytes, but for the
 * shell of a page.
 * Throws `TextTooLarge`.
 */
export function keptHtml(html: string, keeps: ProfileName): string {
  const text = withoutPageShell(html)
  const kept = keepOnly(cleanFragment(text), profiles[keeps], { altAsWords: true })
  return sameNodes(parseInert(text), kept) ? text : serializeFragment(kept)
}
