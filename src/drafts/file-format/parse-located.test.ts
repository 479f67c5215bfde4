// @vitest-environment node
import * as jsonc from 'jsonc-parser'
import { expect, test, vi } from 'vitest'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { toDraftFile } from './draft-file.ts'
import { parseLocated } from './parse-located.ts'
import { readDraftFile } from './read-draft-file.ts'

vi.mock('jsonc-parser', async (original) => {
  const library = await original<typeof jsonc>()
  return { ...library, parseTree: vi.fn<typeof jsonc.parseTree>(library.parseTree) }
})

test('a file with many faults is read once to tell the lines of all of them', () => {
  const file = toDraftFile(
    Array.from({ length: 300 }, () => ({ name: '', place: 'practice', texts: blankTexts })),
  )
  const whole = JSON.stringify(file, null, 2)
  readDraftFile(whole)
  expect(jsonc.parseTree).not.toHaveBeenCalled()
  const wrong = whole.replaceAll('"only_kept": false', '"only_kept": 1')
  const { problems } = readDraftFile(wrong)
  expect(jsonc.parseTree).toHaveBeenCalledOnce()
  const lines = wrong
    .split('\n')
    .flatMap((line, index) => (line.includes('kept": 1') ? [index + 1] : []))
  expect(problems.map(({ line }) => line)).toEqual(lines)
})

test.each([
  ['JSON', '{\n"a": [\n1,\n{"b": 2,\n"c": 3, "b":\n4}],\r\n"d": 5}'],
  ['YAML', 'a:\n- 1\n\n- c: 3\n\n  b: 4\nd: 5'],
])('lines of %s are those of the value, or of the nearest one around it', (format, text) => {
  const parsed = parseLocated(text)
  const lines = [['a', 0], ['a', 1, 'b'], ['a', 1, 'x', 'y'], ['a', 7], ['d']].map((path) =>
    parsed.ok ? parsed.lineOf(path) : null,
  )
  expect(lines).toEqual(format === 'JSON' ? [3, 6, 4, 2, 7] : [2, 6, 4, 2, 7])
})
