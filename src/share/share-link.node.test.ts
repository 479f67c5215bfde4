import { profileNames } from '#html/profile/profile-names.ts'

// @vitest-environment node
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import { checksum } from '#storage/checksum.ts'
import { byKind } from '#drafts/fields.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'
import { isFragment, MOST_LINK_CHARACTERS, readFragment, toFragment } from './share-link.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\ud800', '\udc00 \u0000', '\ufeff', '</script>', '"\\\r\n\t', '\u202e שלום'),
)
const anyDraft: fc.Arbitrary<PortableDraft> = fc.record({
  name: text,
  place: fc.constantFrom('practice', 'prolific'),
  texts: fc.record(
    byKind({
      line: text,
      html: text,
      json: text,
      id: text,
      switch: fc.boolean(),
      profile: fc.constantFrom(...profileNames),
    }),
  ),
})

const draftWith = (texts: Partial<DraftTexts>): PortableDraft => ({
  name: '',
  place: 'practice',
  texts: { ...blankTexts, ...texts },
})
const fragmentOf = async (texts: Partial<DraftTexts> = {}) =>
  (await toFragment(draftWith(texts))) ?? ''

/** A whole and sealed fragment with any bytes in it. */
function forged(bytes: Uint8Array | string) {
  const packed = Buffer.from(deflateRawSync(bytes)).toString('base64url')
  return `#draft=1.${packed}.${checksum(packed).slice(0, 8)}`
}

test('any draft comes out of its link as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const fragment = (await toFragment(draft)) ?? ''
      expect(isFragment(fragment)).toBe(true)
      expect(await readFragment(fragment)).toEqual({ kind: 'draft', draft })
    }),
    { numRuns: 300 },
  )
})

test('a link is made of characters that no program changes, and ends in a letter or a digit', async () => {
  expect(await fragmentOf({ introduction: '<p>ünï 👩‍🔬</p>' })).toMatch(
    /^#draft=1\.[\w-]+\.[\da-f]{8}$/,
  )
})

test('an ordinary task makes a link that a mail program takes', async () => {
  const step = (at: number) => `<li>Read the review of product ${at} and choose its sentiment.</li>`
  const steps = `<ol>${Array.from({ length: 8 }, (_, at) => step(at)).join('')}</ol>`
  expect((await fragmentOf({ taskTitle: 'Rate reviews', steps })).length).toBeLessThan(600)
})

test('a link that lost a part or had it changed is called incomplete', async () => {
  const fragment = await fragmentOf({ steps: '<p>Read each review.</p>' })
  const at = fc.nat({ max: fragment.length - 10 })
  await fc.assert(
    fc.asyncProperty(at, async (end) => {
      const { kind } = await readFragment(fragment.slice(0, '#draft=1.'.length + end))
      expect(kind).toBe(end === fragment.length - 9 ? 'draft' : 'incomplete')
    }),
  )
  const changed = fragment.replace(/(?<=1\.....)./, (letter) => (letter === 'A' ? 'B' : 'A'))
  expect(await readFragment(changed)).toEqual({ kind: 'incomplete' })
})

test('a link of another version says so', async () => {
  const fragment = await fragmentOf()
  expect(await readFragment(fragment.replace('=1.', '=2.'))).toEqual({ kind: 'other-version' })
})

test('a draft beyond any draft of this app makes no link', async () => {
  expect(await toFragment(draftWith({ questions: ' '.repeat(2_000_001) }))).toBeNull()
})

describe('a hostile link', () => {
  test('that unpacks to a thousand times its size is stopped on the way', async () => {
    const bomb = forged(Buffer.alloc(11_000_000))
    expect(bomb.length).toBeLessThan(MOST_LINK_CHARACTERS)
    expect(await readFragment(bomb)).toEqual({ kind: 'too-large' })
  })

  test('that is longer than any link is not unpacked at all', async () => {
    const long = forged(Buffer.from(crypto.getRandomValues(new Uint8Array(20_000))))
    expect(await readFragment(long)).toEqual({ kind: 'too-large' })
  })

  test.each([
    ['no JSON', '<script>alert(1)</script>'],
    ['a JSON of another kind', '{"token":"x"}'],
    ['nesting without end', '['.repeat(500_000)],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x00])],
    ['two drafts', JSON.stringify({ format: 'batch-composer-drafts', version: 1, drafts: [1, 2] })],
    ['nothing', ''],
  ])('with %s in it is no draft', async (_case, content) => {
    expect(await readFragment(forged(content))).toEqual({ kind: 'no-draft' })
  })

  test('with members that a draft does not have is no draft, and changes no prototype', async () => {
    const member = (extra: string) =>
      `{"format":"batch-composer-drafts","version":1,"drafts":[{"task_details":{"task_name":"","task_introduction":"","task_steps":""}${extra}}]}`
    expect((await readFragment(forged(member('')))).kind).toBe('draft')
    for (const extra of [
      ',"__proto__":{"a":1}',
      ',"constructor":1',
      ',"token":"x"',
      ',"place":"x"',
    ]) {
      expect(await readFragment(forged(member(extra)))).toEqual({ kind: 'no-draft' })
    }
  })

  test('of any characters is answered and never throws', async () => {
    const packed = fc.string({ unit: 'binary', maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(packed, fc.boolean(), async (anything, whole) => {
        const seal = checksum(anything).slice(0, 8)
        const { kind } = await readFragment(`#draft=1.${anything}${whole ? `.${seal}` : ''}`)
        expect(['incomplete', 'no-draft', 'too-large']).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })
})
