import type { ProfileName } from '#html/profile/profile-names.ts'
import { outsideOf } from '#html/profile/outside-profile.ts'
import { directBlocks } from './direct-blocks.ts'
import { isBlockElement } from '#html/parse/known-elements.ts'
import { inertDocument } from '#html/parse/inert-document.ts'
import { keepOnly } from '#html/profile/keep-only.ts'
import { TextTooLarge } from '#html/parse/limits.ts'
import type { Block } from '#html/parse/live-source.ts'
import { profiles } from '#html/profile/profiles.ts'
import { cleanFragment } from '#html/safety/sanitize.ts'
import { withoutEffects } from './without-effects.ts'

/** The part of a text that is shown alone: what one profile keeps of it. */
export interface KeptPart {
  profile: ProfileName
  /** Whether the rest is left out when the text is sent, too. */
  isSent: boolean
}

/** What is done to a block before it is shown, beside cleaning it. */
export interface Treatment {
  /** Hosts whose pictures are shown. */
  imageHosts: readonly string[]
  /** The part of it that is shown alone, or null for all of it. */
  kept: KeptPart | null
  /** What this profile leaves out gets a mark in the margin; null for no marks. */
  marked: ProfileName | null
  /** Whether the page decides where lines begin; without it the first letters of each block do. */
  followsPage?: boolean
}

/**
 * A block as nodes that do nothing. In their place the reason, when it is too large to be read, or the
 * reason and the HTML as it is written, when anything else is in the way.
 */
export function showableBlock(
  { html }: Block,
  { imageHosts, kept, marked, followsPage = false }: Treatment,
): DocumentFragment {
  try {
    const clean = cleanFragment(html)
    if (marked) markOutside(clean, marked)
    const shown = withoutEffects(kept ? keptPart(clean, kept) : clean, new Set(imageHosts))
    return followsPage ? shown : directBlocks(shown)
  } catch (error) {
    const fragment = inertDocument().createDocumentFragment()
    if (error instanceof TextTooLarge) fragment.append(error.message)
    else fragment.append(...asWritten(html))
    return fragment
  }
}

function asWritten(html: string) {
  const reason = inertDocument().createElement('p')
  reason.textContent = 'This part cannot be shown. This is its HTML:'
  const source = inertDocument().createElement('pre')
  source.textContent = html
  return [reason, source]
}

/** Words that stood in lines of their own stay apart from those of the blocks before and after. */
function keptPart(clean: DocumentFragment, { profile, isSent }: KeptPart) {
  const before = isBlockElement(clean.firstChild) ? ' ' : ''
  const after = isBlockElement(clean.lastChild) ? ' ' : ''
  const kept = keepOnly(clean, profiles[profile], { altAsWords: isSent })
  kept.prepend(before)
  kept.append(after)
  return kept
}

/** Breaks and pictures have no room for a mark of their own: their line carries it. */
function markOutside(clean: DocumentFragment, profile: ProfileName) {
  for (const { element } of outsideOf(clean, profiles[profile])) {
    const line = element.matches('br, img, wbr') ? element.parentElement : element
    line?.setAttribute('data-may-disappear', '')
  }
}
