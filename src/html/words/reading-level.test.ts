import { expect, test } from 'vitest'
import { readingLevel } from './reading-level.ts'

const easy =
  '<p>Read the text. Then pick the word that fits it best. If you are not sure, take a guess.</p>'
const hard =
  '<p>Participants are requested to comprehensively evaluate the argumentative sophistication of each contribution, considering methodological appropriateness and interdisciplinary applicability in accordance with the accompanying documentation.</p>'

test('an easy text has an early school grade', () => {
  expect(readingLevel(easy.repeat(4))).toMatch(/^Easy to read \(about grade [1-5]\)\.$/)
})

test('an academic text is hard to read', () => {
  expect(readingLevel(hard.repeat(4))).toMatch(/^Hard to read/)
})

test.each([
  ['a short text', easy],
  [
    'German',
    '<p>Bitte lesen Sie den Text in Ruhe und wählen Sie dann das Wort, das am besten passt.</p>'.repeat(
      5,
    ),
  ],
  ['Arabic', '<p>اقرأ النص ثم اختر الكلمة المناسبة</p>'.repeat(20)],
  ['nothing', ''],
])('nothing is said of %s', (_name, html) => {
  expect(readingLevel(html)).toBeNull()
})
