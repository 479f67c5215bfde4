import { describe, expect, it } from 'vitest'
import { DatasetSchema } from '#contract/dataset-schema.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { tableOf } from '#test/tables.ts'
import { csvLines, recordLines, schemaOf } from './make-records.ts'

const column = (heading: string, use: RecipeColumn['use'], key = heading): RecipeColumn => ({
  heading,
  key,
  label: heading.toUpperCase(),
  use,
})

const table = tableOf([
  ['id', 'text', 'block', 'secret'],
  ['1', 'One, "two"\nthree', 'A', 's'],
  ['2', '', 'B', 's'],
  ['-3', '=1+1', '', '@SUM(1)'],
])
const columns = [
  column('text', 'text', 'body'),
  column('id', 'metadata'),
  column('block', 'task_group_id'),
  column('secret', 'left_out'),
  column('gone', 'text'),
]

describe('the schema', () => {
  it('has the columns that are sent, as the API takes them', () => {
    const schema = schemaOf(columns.slice(0, 4), true)
    expect(DatasetSchema.parse(schema)).toEqual({
      strict: true,
      fields: {
        body: { type: 'text', label: 'TEXT' },
        id: { type: 'metadata', label: 'ID' },
        block: { type: 'task_group_id', label: 'BLOCK' },
      },
    })
    expect(Object.keys(schema.fields)).toEqual(['body', 'id', 'block'])
  })

  it('takes no name for more than a name', () => {
    const { fields } = schemaOf([column('x', 'text', '__proto__')], false)
    expect(Object.keys(fields)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
  })
})

describe('records', () => {
  it('are one line each, in the order of the columns, without empty cells', () => {
    expect([...recordLines(table, columns)].join('')).toBe(
      [
        '{"body":"One, \\"two\\"\\nthree","id":"1","block":"A"}\n',
        '{"id":"2","block":"B"}\n',
        '{"body":"=1+1","id":"-3"}\n',
      ].join(''),
    )
  })

  it('have every member when the dataset is strict', () => {
    expect([...recordLines(table, columns, true)][1]).toBe('{"body":"","id":"2","block":"B"}\n')
  })

  it('hold no line end of any kind, and no half character', () => {
    const hostile = tableOf([['x'], ['a\u2028b\u2029c\u0085d\uD800e']])
    const [line] = recordLines(hostile, [column('x', 'text', '2'), column('x', 'text', '1')])
    expect(line).toBe(
      '{"2":"a\\u2028b\\u2029c\\u0085d\uFFFDe","1":"a\\u2028b\\u2029c\\u0085d\uFFFDe"}\n',
    )
  })
})

describe('CSV', () => {
  it('for people has all columns, and no cell acts as a formula', () => {
    expect([...csvLines(table, columns, 'cleaned')].join('')).toBe(
      [
        'id,text,block,secret\r\n',
        '1,"One, ""two""\nthree",A,s\r\n',
        '2,,B,s\r\n',
        "-3,'=1+1,,'@SUM(1)\r\n",
      ].join(''),
    )
  })

  it('for the older kind of dataset shows labels, hides the rest, and leaves cells as they are', () => {
    expect([...csvLines(table, columns, 'older')].join('')).toBe(
      [
        'TEXT,META_id,META_TASK_GROUP_ID\r\n',
        '"One, ""two""\nthree",1,A\r\n',
        ',2,B\r\n',
        '=1+1,-3,\r\n',
      ].join(''),
    )
  })

  it('never hides a column for its label, nor names two alike', () => {
    const shown = [
      { ...column('id', 'text'), label: 'META_text' },
      { ...column('text', 'text'), label: 'text' },
      { ...column('block', 'text'), label: '' },
    ]
    expect([...csvLines(table, shown, 'older')][0]).toBe('text,text (2),block\r\n')
  })

  it('of one column keeps its empty rows', () => {
    expect([...csvLines(tableOf([['x'], ['']]), [], 'cleaned')]).toEqual(['x\r\n', '""\r\n'])
  })
})
