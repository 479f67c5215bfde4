import { describe, expect, it } from 'vitest'
import { guessColumns } from '#dataset/columns/guess-columns.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { Step } from '#dataset/recipe.ts'
import { tableOf } from '#test/tables.ts'
import { applySteps, describeStep } from './apply-steps.ts'
import { columnsAfterStep } from './columns-after-step.ts'

const cellsOf = (table: PreparedTable) => table.rows.map(({ cells }) => cells)

/** The cells after a step, and what is said of it. */
function after(cells: string[][], step: Step) {
  const before = tableOf(cells)
  const made = applySteps(before, [step])
  return { before, made, cells: cellsOf(made), says: describeStep(step, before, made) }
}

describe('steps that take rows away', () => {
  it('remove empty rows, those of spaces included, and leave the others the same objects', () => {
    const { before, made, says } = after(
      [
        ['id', 'text'],
        ['1', 'One'],
        ['', ''],
        [' ', '\t'],
        ['2', ''],
      ],
      { kind: 'drop-empty-rows' },
    )
    expect(made.rows.map(({ number }) => number)).toEqual([2, 5])
    expect(made.rows[0]).toBe(before.rows[0])
    expect(says).toBe('2 empty rows removed')
  })

  it('remove what repeats an earlier row in every cell', () => {
    const { made, says } = after(
      [
        ['a', 'b'],
        ['x', 'y'],
        ['xy', ''],
        ['x', 'y'],
        ['', ''],
        ['', ''],
        ['x', 'Y'],
        ['x', 'y'],
      ],
      { kind: 'drop-doubled-rows' },
    )
    expect(made.rows.map(({ number }) => number)).toEqual([2, 3, 5, 6, 7])
    expect(says).toBe('2 repeated rows removed')
  })

  it('tell rows apart that only begin and end alike', () => {
    const long = (middle: string) => `begins so ${middle} ends so too`
    const rows = [long('a'), long('b'), long('c'), long('b'), long('c'), long('a')]
    const { made } = after([['text'], ...rows.map((row) => [row])], { kind: 'drop-doubled-rows' })
    expect(made.rows.map(({ number }) => number)).toEqual([2, 3, 4])
  })

  it('remove rows without a value in one column', () => {
    const step: Step = { kind: 'drop-rows-without', column: 'text' }
    const { cells, says } = after(
      [
        ['id', 'text'],
        ['1', ''],
        ['2', 'Two'],
        ['', 'Three'],
      ],
      step,
    )
    expect(cells).toEqual([
      ['2', 'Two'],
      ['', 'Three'],
    ])
    expect(says).toBe('1 row without ‘text’ removed')
  })
})

describe('steps that change cells', () => {
  it.each<[Step, string, string]>([
    [{ kind: 'trim-spaces' }, '\u00A0 One two\n', 'One two'],
    [{ kind: 'drop-control-characters' }, 'A\u0000B\u200BC\u202ED\uFEFF\uD800', 'ABCD'],
    [{ kind: 'drop-control-characters' }, 'One\n\ttwo 👩‍👩‍👧', 'One\n\ttwo 👩‍👩‍👧'],
    [{ kind: 'repair-encoding' }, 'donâ€™t â€œgoâ€\u009D â€“ cafÃ© 20Â°', 'don’t “go” – café 20°'],
    [{ kind: 'repair-encoding' }, 'ÐŸÑ€Ð¸Ð²ÐµÑ‚ sÅ‚owo ðŸ˜€', 'Привет słowo 😀'],
    [
      { kind: 'repair-encoding' },
      '„FPÖ“ CAFÉ\u00A0! São, AÇÃO, Å“',
      '„FPÖ“ CAFÉ\u00A0! São, AÇÃO, Å“',
    ],
    [{ kind: 'http-to-https', column: 'x' }, 'HTTP://x.org/a', 'https://x.org/a'],
    [{ kind: 'http-to-https', column: 'x' }, 'see http://x.org', 'see http://x.org'],
    [
      { kind: 'html-to-text', column: 'x' },
      '<p>One <b>two</b></p><p>3 &amp; 4</p>',
      'One two\n3 & 4',
    ],
    [
      { kind: 'html-to-text', column: 'x' },
      'a < b, <name>, b > c, &amp;lt; &bogus;',
      'a < b, <name>, b > c, &lt; &bogus;',
    ],
    [
      { kind: 'html-to-text', column: 'x' },
      'One<script>alert("</p>")</script><!-- x --> two',
      'One two',
    ],
    [{ kind: 'html-to-text', column: 'x' }, 'if a<b and c>d', 'if a<b and c>d'],
    [{ kind: 'html-to-text', column: 'x' }, '&#8217;&#x41;&#xD800;&#0;', '’A&#xD800;&#0;'],
    [
      { kind: 'markdown-to-text', column: 'x' },
      '# Title\n**Bold** and *soft*, `code`',
      'Title\nBold and soft, code',
    ],
    [{ kind: 'markdown-to-text', column: 'x' }, '[here](https://x.org) > no', 'here > no'],
    [
      { kind: 'markdown-to-text', column: 'x' },
      '5 * 3 * 2, ____, snake_case, #1, > 5',
      '5 * 3 * 2, ____, snake_case, #1, > 5',
    ],
  ])('%j: %j becomes %j', (step, cell, expected) => {
    expect(after([['x'], [cell]], step).cells).toEqual([[expected]])
  })

  it('leave rows that they do not change the same objects, and a table without changes as it is', () => {
    const { before, made, says } = after(
      [
        ['a', 'b'],
        ['x', ' y'],
        ['x', 'y'],
      ],
      { kind: 'trim-spaces' },
    )
    expect(made.rows[1]).toBe(before.rows[1])
    expect(made.rows[0]?.number).toBe(2)
    expect(says).toBe('Spaces removed from the ends of 1 cell')
    expect(applySteps(made, [{ kind: 'trim-spaces' }])).toBe(made)
    expect(applySteps(made, [{ kind: 'fill-down', column: 'gone' }])).toBe(made)
  })

  it('fill cells with the value above, but no empty rows', () => {
    const { cells, says } = after(
      [
        ['block', 'text'],
        ['', 'One'],
        ['A', 'Two'],
        ['', 'Three'],
        ['', ''],
        ['B', 'Six'],
        ['', 'Ten'],
      ],
      { kind: 'fill-down', column: 'block' },
    )
    expect(cells.map(([block]) => block)).toEqual(['', 'A', 'A', '', 'B', 'B'])
    expect(says).toBe('2 cells of ‘block’ filled with the value above')
  })
})

describe('steps for designs', () => {
  const pairs = [
    ['id', 'A', 'B'],
    ...Array.from({ length: 12 }, (_, at) => [`${at}`, `a${at}`, `b${at}`]),
  ]

  it('put two columns side by side, each order in half of the rows, the same for the same seed', () => {
    const step: Step = { kind: 'side-by-side', a: 'A', b: 'B', seed: 7 }
    const { before, made, cells } = after(pairs, step)
    expect(made.headings).toEqual(['id', 'A', 'B', 'left', 'right', 'left_is'])
    for (const [, a, b, left, right, leftIs] of cells) {
      expect([left, right]).toEqual(leftIs === 'A' ? [a, b] : [b, a])
    }
    expect(cells.filter((row) => row.at(-1) === 'A')).toHaveLength(6)
    expect(applySteps(before, [step])).toEqual(made)
    expect(applySteps(before, [{ ...step, seed: 8 }])).not.toEqual(made)
  })

  it('draw the same for the first rows when more are added', () => {
    const step: Step = { kind: 'side-by-side', a: 'A', b: 'B', seed: 7 }
    expect(after(pairs.slice(0, 7), step).cells).toEqual(after(pairs, step).cells.slice(0, 6))
  })

  it('leave the columns out that are side by side, and hide which is which', () => {
    const table = tableOf(pairs)
    const step: Step = { kind: 'side-by-side', a: 'A', b: 'B', seed: 7 }
    const columns = columnsAfterStep(step, guessColumns(table), table)
    expect(columns.map(({ heading, use }) => [heading, use])).toEqual([
      ['id', 'metadata'],
      ['A', 'left_out'],
      ['B', 'left_out'],
      ['left', 'text'],
      ['right', 'text'],
      ['left_is', 'metadata'],
    ])
    expect(columns.map(({ heading }) => heading)).toEqual(applySteps(table, [step]).headings)
  })

  it('repeat every row with the columns exchanged', () => {
    const step: Step = { kind: 'both-orders', a: 'A', b: 'B' }
    const { before, made, cells, says } = after(
      [
        ['A', 'B'],
        ['a', 'b'],
        ['c', 'd'],
      ],
      step,
    )
    expect(made.headings).toEqual(['A', 'B', 'order'])
    expect(cells).toEqual([
      ['a', 'b', 'AB'],
      ['c', 'd', 'AB'],
      ['b', 'a', 'BA'],
      ['d', 'c', 'BA'],
    ])
    expect(made.rows.map(({ number }) => number)).toEqual([2, 3, 0, 0])
    expect(says).toBe('2 rows added, with ‘A’ and ‘B’ exchanged')
    expect(columnsAfterStep(step, guessColumns(before), before).at(-1)).toEqual({
      heading: 'order',
      key: 'order',
      label: 'order',
      use: 'metadata',
    })
  })

  it('put check rows into every group, with ids of their own', () => {
    const step: Step = {
      kind: 'check-rows',
      column: 'block',
      perGroup: 1,
      rows: [{ id: 'c1', text: 'Choose 3.', block: 'elsewhere' }, { text: 'Choose 5.' }],
      seed: 3,
    }
    const { before, made, cells, says } = after(
      [
        ['id', 'text', 'block'],
        ...['A', 'B', 'C'].flatMap((block) =>
          Array.from({ length: 3 }, (_, at) => [`${block}${at}`, `Text ${block}${at}`, block]),
        ),
      ],
      step,
    )
    expect(says).toBe('3 check rows added')
    const checks = cells.filter((row) => row[3] === '1')
    expect(checks.map((row) => row[2])).toEqual(['A', 'B', 'C'])
    expect(new Set(cells.map(([id]) => id)).size).toBe(12)
    expect(cells.filter((row) => row[3] === '0').map((row) => row.slice(0, 3))).toEqual(
      cellsOf(before),
    )
    expect(made.rows.filter(({ number }) => number === 0)).toHaveLength(3)
    expect(applySteps(before, [step])).toEqual(made)
  })

  it('share check rows out by the column in use when the step names none', () => {
    const table = tableOf([
      ['block', 'text'],
      ['A', 'x'],
      ['A', 'y'],
      ['B', 'x'],
      ['B', 'y'],
    ])
    const step: Step = { kind: 'check-rows', perGroup: 5, rows: [{ text: 'Check' }], seed: 1 }
    const count = (made: PreparedTable) => made.rows.length - table.rows.length
    expect(count(applySteps(table, [step], guessColumns(table)))).toBe(2)
    expect(count(applySteps(table, [step]))).toBe(1)
    expect(applySteps(tableOf([['text']]), [step]).rows).toEqual([])
  })

  it('split groups into nearly equal parts, under names that no group has', () => {
    const rows = [...Array.from({ length: 5 }, () => 'A'), 'A (1)', '', 'B']
    const step: Step = { kind: 'split-groups', column: 'block', most: 2 }
    const { before, made, cells } = after([['block'], ...rows.map((block) => [block])], step)
    expect(made.headings).toEqual(['block', 'block (split)'])
    const names = cells.map((row) => row[1])
    expect(names).toEqual(['A (1) (2)', 'A (1) (2)', 'A (2)', 'A (2)', 'A (3)', 'A (1)', '', 'B'])
    const columns = guessColumns(before).map((column) => ({
      ...column,
      use: 'task_group_id' as const,
    }))
    expect(columnsAfterStep(step, columns, before).map(({ use }) => use)).toEqual([
      'metadata',
      'task_group_id',
    ])
  })

  it('number the rows in their order where no column makes groups', () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`Text ${at}`])
    const step: Step = { kind: 'split-groups', column: null, most: 3 }
    const { cells, says } = after([['text'], ...rows], step)
    expect(cells.map((row) => row[1])).toEqual(['1', '1', '1', '2', '2', '3', '3'])
    expect(says).toBe('Groups split into at most 3 rows each')
  })
})
