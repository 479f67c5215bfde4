import { expect, test } from 'vitest'
import { declarationsOf, splitDeclarations } from './style-attribute.ts'

test('a semicolon inside quotes or brackets splits no declaration', () => {
  expect(splitDeclarations('font-family: "A; B"; background: url(x;y) ;; color: red')).toEqual([
    'font-family: "A; B"',
    ' background: url(x;y) ',
    ' color: red',
  ])
})

test('the last declaration wins, but not over one that is important', () => {
  const style = declarationsOf('COLOR: Red; color: blue; width: 1px !important; width: 2px')
  expect([...style]).toEqual([
    ['color', 'blue'],
    ['width', '1px'],
  ])
})

test('what browsers do not know is there as written', () => {
  expect(declarationsOf('mso-list:l0 level1  lfo1').get('mso-list')).toBe('l0 level1 lfo1')
})
