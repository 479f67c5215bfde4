import { describe, expect, it } from 'vitest'
import { guessColumns } from '#dataset/columns/guess-columns.ts'
import { withHeadings } from '#dataset/columns/with-headings.ts'
import type { Step } from '#dataset/recipe.ts'
import { applySteps } from '#dataset/steps/apply-steps.ts'
import { sourceOf } from '#test/tables.ts'
import { checkData } from './check-data.ts'

const LONGEST = 100_000
const filled = (part: string) => part.repeat(Math.ceil(LONGEST / part.length)).slice(0, LONGEST)

/** What makes careless patterns search a text over and over. */
const PARTS = [
  '<!--',
  '<a x="',
  '<script>',
  '<b ',
  '< ',
  '&#',
  '**a',
  '*a ',
  '__a',
  '[',
  '[a](',
  '`',
  '~~a',
  '# ',
  '>',
  'a@',
  'a.',
  'a@a.',
  'Ã©',
  'Ð',
  'à\u00A0',
  '\uD800',
  '=',
  '1-',
  'https://a.b/',
  ' ',
  '\n',
  'A1 ',
]

const STEPS: Step[] = [
  { kind: 'drop-doubled-rows' },
  { kind: 'trim-spaces' },
  { kind: 'drop-control-characters' },
  { kind: 'repair-encoding' },
  { kind: 'html-to-text', column: 'text' },
  { kind: 'markdown-to-text', column: 'text' },
  { kind: 'http-to-https', column: 'text' },
]

describe('a cell of 100,000 characters', () => {
  it.each(PARTS)('full of %j is looked at and changed at once', (part) => {
    const cells = [
      ['text', 'picture'],
      [filled(part), filled(part)],
      [`a${filled(part)}`, 'x'],
    ]
    const source = sourceOf(cells)
    const table = withHeadings(source, 1)
    const started = performance.now()
    const columns = guessColumns(table)
    for (const use of ['text', 'image_url', 'metadata'] as const) {
      checkData(
        table,
        columns.map((column) => ({ ...column, use })),
        source,
      )
    }
    for (const step of STEPS) applySteps(table, [step])
    // Patterns that go back and forth take minutes for this, not a second.
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})

it('takes rows that only differ in their middles in one pass', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [
    `The same start ${String(at).padStart(6, '0')} and the same end`,
  ])
  const source = sourceOf([['text'], ...rows, ...rows])
  const table = withHeadings(source, 1)
  const started = performance.now()
  expect(applySteps(table, [{ kind: 'drop-doubled-rows' }]).rows).toHaveLength(20_000)
  expect(performance.now() - started).toBeLessThan(2_000)
})
