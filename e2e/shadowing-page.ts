import { mergeTexts } from '#comparison/merge-texts.ts'
import { contentFindings } from '#html/checks/content-findings.ts'
import { differencesOf } from '#html/compare/differences.ts'
import { keptHtml } from '#html/safety/kept-html.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { cleanPaste } from '#editor/paste/rewrite/clean-paste.ts'
import { editedOf } from './fidelity-page.ts'

/*
 * Runs in a browser: only there do names take the place of properties in every way in which they can.
 */

/** What becomes of `source` wherever the app reads it, each as HTML. */
export function readEverywhere(source: string): string[] {
  const text = parseText(source)
  contentFindings(text)
  outsideFindings(text, 'published')
  differencesOf(source, '<p>other</p>')
  const merged = mergeTexts('', source)
  const words = merged.kind === 'shown' ? (merged.fragment.textContent ?? '') : ''
  const { undone, anew } = editedOf(source)
  const pasted = cleanPaste(source, { looks: true, pictures: true })
  return [
    outgoingHtml(source).html,
    keptHtml(source, 'published'),
    undone,
    anew,
    pasted.html,
    words,
  ]
}

export { outgoingHtml }
