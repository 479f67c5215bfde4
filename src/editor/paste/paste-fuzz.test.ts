import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parsePasted } from '#html/parse/parse-pasted.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { cleanClipboard } from '#editor/paste/rewrite/clean-clipboard.ts'
import { pasteFixtures } from '#editor/paste/fixtures/paste-fixtures.ts'
import { missingWords, visibleWords } from '#editor/paste/read/visible-words.ts'

/*
 * Clipboards that were cut anywhere, lost a piece, or were joined with another: whatever is left of
 * their words must come out. Each paragraph of the fixtures gets a word of its own to look for.
 */
// Busy machines parse slowly.
vi.setConfig({ testTimeout: 300_000 })

let count = 0
const captures = pasteFixtures.flatMap(({ html }) =>
  html === undefined
    ? []
    : [html.replaceAll(/<\/(?:p|h\d)>/g, (end) => ` wort${(count += 1)}x${end}`)],
)

const capture = fc.constantFrom(...captures)
const damaged = fc.oneof(
  fc
    .tuple(capture, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([html, share]) => html.slice(0, Math.floor(html.length * share))),
  fc
    .tuple(capture, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 400 }))
    .map(([html, share, length]) => {
      const from = Math.floor(html.length * share)
      return html.slice(0, from) + html.slice(from + length)
    }),
  fc.tuple(capture, capture).map(([one, other]) => one + other),
  fc
    .tuple(capture, fc.constantFrom('li', 'ul', 'p', 'span', 'td', 'table'))
    .map(([html, tag]) => html.replaceAll(new RegExp(`</?${tag}\\b[^>]*>`, 'g'), '')),
)

/** The words of ours that a reader of the damaged page sees. */
function wordsToFind(html: string): string[] {
  const root = parsePasted(html)
  const unshown = 'style, script, title, xml, [style*="mso-element:comment"], [hidden]'
  for (const element of root.querySelectorAll(unshown)) element.remove()
  for (const element of root.querySelectorAll('[style*="display"], del, [class*="msocom"]')) {
    if (/display:\s*none/.test(element.getAttribute('style') ?? '')) element.remove()
    if (element.matches('del, [class*="msocom"]')) element.remove()
  }
  return visibleWords(root).filter((word) => /^wort\d+x$/.test(word))
}

test('no damage to a clipboard makes the clean-up throw or lose words', () => {
  fc.assert(
    fc.property(damaged, (html) => {
      const cleaned = cleanClipboard({ html, text: '' }, 'clean', true)
      const found = visibleWords(parseInert(cleaned.html))
      expect(missingWords(wordsToFind(html), found)).toEqual([])
      expect(cleaned.html).not.toMatch(/style="[^"]*mso-|src="file:|href="file:/i)
    }),
    { numRuns: 60 },
  )
})

test('cleaning up twice is the same as once', () => {
  for (const html of captures) {
    const once = cleanClipboard({ html, text: '' }, 'clean', true).html
    expect(cleanClipboard({ html: once, text: '' }, 'clean', true).html).toBe(once)
  }
})
