import { expect, test } from 'vitest'
import { cleanPaste } from './clean-paste.ts'
import { changeWords } from '#editor/paste/describe-paste.ts'

const clean = (html: string) => cleanPaste(html, { looks: false, pictures: true })

test('a drawing with words that is left out is said', () => {
  const { report } = clean(
    '<p>See</p><svg><text>Start</text><text>End</text></svg><svg><title>Icon</title></svg>',
  )
  expect(changeWords(report)).toContain(
    '1 drawing with text was left out: type the text where you need it.',
  )
})
