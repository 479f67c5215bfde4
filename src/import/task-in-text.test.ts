import { expect, test } from 'vitest'
import { stepsIn, titleIn } from './task-in-text.ts'

const protocol =
  '<h1>Rate product reviews</h1><p>You read short reviews.</p><h2>Procedure</h2><ol><li>Read.</li></ol>'

test('the heading at the start is the title', () => {
  expect(titleIn(protocol)).toEqual({
    title: 'Rate product reviews',
    rest: '<p>You read short reviews.</p><h2>Procedure</h2><ol><li>Read.</li></ol>',
  })
})

test.each([
  ['a paragraph at the start', '<p>You read.</p><h1>Reviews</h1>'],
  ['a heading and nothing else', '<h1>Reviews</h1>'],
  ['a heading that says what to do', '<h2>Instructions</h2><p>Read.</p>'],
  ['a heading as long as a text', `<h1>${'word '.repeat(60)}</h1><p>Read.</p>`],
])('%s is no title', (_, html) => {
  expect(titleIn(html)).toEqual({ title: '', rest: html })
})

test('the text is split where it begins to say what to do', () => {
  expect(stepsIn(titleIn(protocol).rest)).toEqual({
    name: 'Procedure',
    before: '<p>You read short reviews.</p>',
    after: '<h2>Procedure</h2><ol><li>Read.</li></ol>',
  })
})

test('a bold line stands for a heading, in other languages too', () => {
  expect(stepsIn('<p>Sie lesen Texte.</p><p><strong>Ablauf:</strong></p><p>Lesen.</p>')).toEqual({
    name: 'Ablauf',
    before: '<p>Sie lesen Texte.</p>',
    after: '<p><strong>Ablauf:</strong></p><p>Lesen.</p>',
  })
})

test('nothing is split where nothing would be left on one side', () => {
  expect(stepsIn('<h2>Procedure</h2><p>Read.</p>')).toBeNull()
  expect(stepsIn('<p>Read.</p><h2>Procedure</h2>')).toBeNull()
  expect(stepsIn('<p>The procedure is simple.</p><p>Read.</p>')).toBeNull()
})
