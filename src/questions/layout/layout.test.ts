// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBatchItems } from '#contract/questions/batch-items.ts'
import type { BatchItem } from '#contract/questions/question-item.ts'
import { kinds } from '#questions/kinds/facts-of.ts'
import type { Change, Gap, ItemAddress } from './address.ts'
import { changeKind, duplicate, insert, remove, replace, update } from './change-items.ts'
import { addPage, movePage, removePage } from './change-pages.ts'
import { changed, historyOf, redone, undone } from './history.ts'
import { fullWidth, move, moveBy, putBeside } from './move-items.ts'
import { itemsOf, readLayout } from './read-layout.ts'

/* Any valid layout, with ids and members that nobody knows, in any spacing. */

const ids = fc.option(fc.uuid(), { nil: undefined })
const extra = fc.option(fc.constantFrom('kept', 0, null, ['x'], { deep: [1, { a: '\n{}' }] }), {
  nil: undefined,
})
/** Each item is told apart by its wording. */
let count = 0
const fresh = () => `No. ${(count += 1)}, “Ü”?`
const itemOf = (type: 'content' | 'any') =>
  fc
    .tuple(
      fc.constantFrom(
        ...(type === 'content'
          ? ['rich_text', 'image']
          : ['rich_text', 'image', 'free_text', 'multiple_choice', 'dataset_field', 'star_rating']),
      ),
      ids,
      extra,
    )
    .map(([kind, id, note]) => {
      const common = { ...(id !== undefined && { id }), ...(note !== undefined && { note }) }
      const words = fresh()
      const members: Record<string, object> = {
        rich_text: { content: words },
        image: { url: 'https://x.example/a.png', alt_text: words },
        free_text: { description: words, validation: { type: 'string', max: 9 } },
        multiple_choice: {
          description: words,
          answer_limit: 1,
          options: [
            { label: 'A', value: 1, note: [] },
            { label: 'B', value: true },
          ],
        },
        dataset_field: { field: words },
        star_rating: { description: words },
      }
      return { type: kind, ...members[kind], ...common }
    })

const pageOf = (position: 'intro' | 'body' | 'outro') =>
  fc
    .tuple(
      ids,
      extra,
      fc.array(
        fc
          .tuple(
            ids,
            fc.array(
              fc.array(itemOf(position === 'body' ? 'any' : 'content'), {
                minLength: 1,
                maxLength: 3,
              }),
              { minLength: 1, maxLength: 2 },
            ),
          )
          .map(([id, columns]) => ({
            ...(id !== undefined && { id }),
            columns: columns.map((items) => ({ items })),
          })),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([id, note, rows]) => ({
      ...(id !== undefined && { id }),
      ...(position !== 'body' && { display_position: position }),
      rows,
      ...(note !== undefined && { note }),
    }))

const layouts = fc
  .tuple(
    fc.array(pageOf('intro'), { maxLength: 1 }),
    fc.array(pageOf('body'), { minLength: 1, maxLength: 3 }),
    fc.array(pageOf('outro'), { maxLength: 1 }),
  )
  .map((parts) => parts.flat())

const sources = fc
  .tuple(layouts, fc.constantFrom(0, 2, 4, '\t', 'crlf', 'blanks'))
  .map(([layout, style]) => {
    if (style === 'crlf') return JSON.stringify(layout, null, 2).replaceAll('\n', '\r\n')
    if (style === 'blanks') return JSON.stringify(layout, null, 1).replaceAll(/\n\s*/g, ' ')
    return JSON.stringify(layout, null, style)
  })

const numbers = fc.array(fc.nat(), { minLength: 10, maxLength: 10 })

type Operation = { name: string; run: (source: string, at: ItemAddress, gap: Gap) => Change }
const added: BatchItem = { type: 'free_text', description: 'Added?' }
const operations: Operation[] = [
  { name: 'insert', run: (source, _at, gap) => insert(source, gap, added) },
  { name: 'move', run: (source, at, gap) => move(source, at, gap) },
  { name: 'up', run: (source, at) => moveBy(source, at, -1) },
  { name: 'down', run: (source, at) => moveBy(source, at, 1) },
  { name: 'beside', run: (source, at) => putBeside(source, at) },
  { name: 'full', run: (source, at) => fullWidth(source, at) },
  { name: 'duplicate', run: (source, at) => duplicate(source, at) },
  { name: 'remove', run: (source, at) => remove(source, at) },
  { name: 'update', run: (source, at) => update(source, at, 'helper_text', 'Help\n“x”') },
  { name: 'page', run: (source) => addPage(source, 'intro', { type: 'rich_text', content: 'x' }) },
  {
    name: 'move page',
    run: (source, at, gap) => ({ source: movePage(source, at.page, gap.page), at: null }),
  },
]

const pick = <T>(list: readonly T[], number: number) => list[number % list.length]

/** An address and a gap that are in a source, from random numbers. */
function choose(source: string, [a = 0, b = 0, c = 0, d = 0]: readonly number[]) {
  const pages = readLayout(source) ?? []
  const items = itemsOf(pages)
  const at = pick(items, a)?.at
  const near = pick(items, b)?.at
  if (!at || !near) return null
  const gaps: Gap[] = [
    { page: near.page, row: near.row },
    { page: near.page, row: near.row + 1 },
    near,
    { ...near, item: near.item + 1 },
  ]
  return { at, gap: pick(gaps, c) ?? near, operation: pick(operations, d) }
}

const key = (item: unknown) => JSON.stringify(item)
const keysOf = (source: string) => itemsOf(readLayout(source) ?? []).map(({ item }) => key(item))

/** What an operation did that it must not do. */
function faultsOf({ name }: Operation, before: string, at: ItemAddress, change: Change): unknown[] {
  const after = change.source
  const faults: unknown[] = after === '' ? [] : checkBatchItems(JSON.parse(after))
  const [was, is] = [keysOf(before), keysOf(after)]
  const itemIn = (source: string, address: ItemAddress | null) =>
    key(
      itemsOf(readLayout(source) ?? []).find(
        (one) => JSON.stringify(one.at) === JSON.stringify(address),
      )?.item,
    )
  const others = was.filter((one) => one !== itemIn(before, at))
  const moved = ['move', 'up', 'down', 'beside', 'full'].includes(name)
  if (moved || name === 'move page') {
    if (is.toSorted().join() !== was.toSorted().join()) faults.push('Moving changed an item')
  } else if (others.some((one) => !is.includes(one))) faults.push('Another item changed')
  if (name === 'remove' && is.length !== was.length - 1) faults.push('More than one item went')
  if (moved && itemIn(before, at) !== itemIn(after, change.at)) faults.push('It is elsewhere')
  return faults
}

test('what is valid stays valid, other items stay as they are, and undo gives back the bytes', () => {
  fc.assert(
    fc.property(sources, fc.array(numbers, { minLength: 1, maxLength: 8 }), (first, steps) => {
      let history = historyOf(first)
      const states = [first]
      for (const numbersOfStep of steps) {
        const before = history.present
        const chosen = choose(before, numbersOfStep)
        if (!chosen?.operation) break
        const { at, gap, operation } = chosen
        const change = operation.run(before, at, gap)
        const after = change.source
        expect(faultsOf(operation, before, at, change)).toEqual([])
        history = changed(history, after)
        if (after !== before) states.push(after)
      }
      const last = history.present
      for (const state of states.toReversed()) {
        expect(history.present).toBe(state)
        history = undone(history)
      }
      expect(history.present).toBe(first)
      for (const _ of states) history = redone(history)
      expect(history.present).toBe(last)
    }),
    { numRuns: 300 },
  )
})

test('members of pages and rows that no operation is about keep their bytes', () => {
  const source = `[
  {"id": "p1",   "note": {"a" : 1.50}, "rows": [
    {"columns": [{"items": [{"type":"free_text","description":"Wh\\u0079?"}]}]},
    {"columns": [{"items": [{"type":"free_text","description":"How?"}]}], "id": "r2" }
  ]}
]`
  const { source: after } = update(
    source,
    { page: 0, row: 1, column: 0, item: 0 },
    'description',
    'Then?',
  )
  expect(after).toBe(source.replace('How?', 'Then?'))
  const { source: alone } = remove(after, { page: 0, row: 1, column: 0, item: 0 })
  expect(alone).toContain('{"id": "p1",   "note": {"a" : 1.50}, "rows": [')
  expect(alone).toContain('"Wh\\u0079?"')
  expect(alone).not.toContain('Then?')
})

const choice = {
  type: 'multiple_choice',
  id: 'q1',
  description: 'Which?',
  answer_limit: -1,
  options: [
    { label: 'A', value: 'a', note: 1 },
    { label: 'B', value: 'b', exclusive: true },
  ],
  new_member: [1],
}
const written = (...items: unknown[]) =>
  JSON.stringify([{ rows: [{ columns: [{ items }] }] }], null, 2)
const first = { page: 0, row: 0, column: 0, item: 0 }
const firstOf = (source: string) => itemsOf(readLayout(source) ?? [])[0]?.item
const kindOf = (type: string) => {
  const found = kinds.find((facts) => facts.type === type)
  if (!found) throw new Error(`No kind ${type}`)
  return found
}

describe('turning an item into another kind', () => {
  test.each(kinds.map(({ type }) => type))('into %s: members of neither kind stay', (type) => {
    const { source } = changeKind(written(choice), first, kindOf(type))
    const item = firstOf(source)
    expect(item).toMatchObject({ type, new_member: [1] })
    expect(Object.hasOwn(item ?? {}, 'id')).toBe(type === 'multiple_choice')
    const valid = !['image', 'dataset_field'].includes(type)
    expect(checkBatchItems(JSON.parse(source)).length === 0).toBe(valid)
  })

  test('choices keep what they had, with a question for the field of each', () => {
    const turned = changeKind(written(choice), first, kindOf('multiple_choice_with_free_text'))
    expect(firstOf(turned.source)).toMatchObject({
      options: [
        { label: 'A', value: 'a', note: 1, heading: 'Why?' },
        { label: 'B', exclusive: true },
      ],
      answer_limit: -1,
    })
    const back = changeKind(turned.source, first, kindOf('multiple_choice'))
    const { id: _id, ...rest } = choice
    expect(firstOf(back.source)).toEqual(rest)
  })
})

test('only the choice that changed is written anew', () => {
  const source = `[{"rows":[{"columns":[{"items":[
    {"type":"multiple_choice","description":"x","answer_limit":1,"options":[
      {"value":"a",   "label":"A"},
      {"value":"b",   "label":"B"},
      {"value":"c",   "label":"C"}
    ]}
]}]}]}]`
  const options = [
    { label: 'A', value: 'a' },
    { label: 'Bee', value: 'b' },
    { label: 'C', value: 'c' },
  ]
  expect(update(source, first, 'options', options).source).toBe(source.replace('"B"', '"Bee"'))
  const fewer = update(source, first, 'options', options.slice(2)).source
  expect(fewer).toContain('{"value":"c",   "label":"C"}')
  expect(firstOf(fewer)).toMatchObject({ options: options.slice(2) })
  const more = update(source, first, 'options', [{ label: 'Z', value: 0 }, ...options]).source
  expect(firstOf(more)).toMatchObject({ options: [{ label: 'Z', value: 0 }, ...options] })
})

test('the first item makes a page and the last one leaves nothing', () => {
  const { source, at } = insert('', { page: 0, row: 0 }, added)
  expect(JSON.parse(source)).toEqual([{ rows: [{ columns: [{ items: [added] }] }] }])
  expect(at).toEqual(first)
  expect(remove(source, first)).toEqual({ source: '', at: null })
  expect(removePage(source, 0)).toBe('')
})

test('an empty row that was there stays; the one that is left empty goes', () => {
  const source = JSON.stringify([
    { rows: [{ columns: [{ items: [] }] }, { columns: [{ items: [added] }] }] },
  ])
  expect(JSON.parse(remove(source, { page: 0, row: 1, column: 0, item: 0 }).source)).toEqual([
    { rows: [{ columns: [{ items: [] }] }] },
  ])
})

test('pages before and after the items take no questions, and a page takes a column once', () => {
  const column: BatchItem = { type: 'dataset_field', field: 'text' }
  const source = JSON.stringify([
    {
      display_position: 'intro',
      rows: [{ columns: [{ items: [{ type: 'rich_text', content: 'x' }] }] }],
    },
    { rows: [{ columns: [{ items: [column, added] }] }] },
  ])
  expect(insert(source, { page: 0, row: 0 }, added).source).toBe(source)
  expect(move(source, { page: 1, row: 0, column: 0, item: 1 }, { page: 0, row: 1 }).source).toBe(
    source,
  )
  expect(duplicate(source, { page: 1, row: 0, column: 0, item: 0 }).source).toBe(source)
  expect(insert(source, { page: 1, row: 0 }, column).source).toBe(source)
})

test('a copy has no id', () => {
  const { source, at } = duplicate(written(choice), first)
  const { id: _id, ...rest } = choice
  expect(itemsOf(readLayout(source) ?? []).map(({ item }) => item)).toEqual([choice, rest])
  expect(at).toEqual({ ...first, item: 1 })
})

test('a protected question is replaced as a whole, and its other members keep their bytes', () => {
  const source = '[{"rows":[{"columns":[{"items":[{"type":"slider","steps": 5,  "x":1}]}]}]}]'
  const { source: after } = replace(source, first, { type: 'slider', steps: 7, x: 1 })
  expect(after).toBe(source.replace('5', '7'))
})

test.each(['{', 'null', '[1]', '[{"rows":3}]', '[{"rows":[{"columns":[{}]}]}]', '{"a":1}'])(
  '%s is left alone',
  (source) => {
    for (const { run } of operations) expect(run(source, first, first).source).toBe(source)
    expect(removePage(source, 3)).toBe(source)
  },
)

test('typing in one field is one step', () => {
  const start = historyOf('')
  const typed = changed(changed(changed(start, 'a', 'field'), 'ab', 'field'), 'abc', 'field')
  expect(undone(typed).present).toBe('')
  expect(redone(undone(typed)).present).toBe('abc')
  expect(undone(changed(typed, 'x')).present).toBe('abc')
})
