import { Editor } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { afterEach, expect, test } from 'vitest'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { insertTable } from './insert-table.ts'
import { loadTableEditing } from './load-table-editing.ts'
import { tableConditions, tableTools } from './TableMenu.tsx'
let opened: Editor[] = []
afterEach(() => {
  for (const editor of opened) editor.destroy()
  opened = []
})

/** An editor with `source`: `|` is the caret, or two of them the first and last of selected cells. */
async function write(source: string) {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    injectCSS: false,
  })
  opened.push(editor)
  await loadTableEditing(editor)
  const text = createLosslessDocument(editor.schema)
  const doc = text.open(source)
  const dispatch = (tr: Transaction) => editor.view.dispatch(tr.setMeta('addToHistory', false))
  dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content))
  const marks: number[] = []
  for (;;) {
    let found = -1
    editor.state.doc.descendants((node, position) => {
      const at = node.text?.indexOf('|') ?? -1
      if (at >= 0 && found < 0) found = position + at
    })
    if (found < 0) break
    dispatch(editor.state.tr.delete(found, found + 1))
    marks.push(found)
  }
  const [first, last] = marks
  const { tr } = editor.state
  if (last !== undefined && first !== undefined) {
    const cellOf = (pos: number) => tr.doc.resolve(pos).before(-1)
    tr.setSelection(CellSelection.create(tr.doc, cellOf(first), cellOf(last)))
  } else if (first !== undefined) tr.setSelection(TextSelection.create(tr.doc, first))
  dispatch(tr)
  return {
    editor,
    run: (name: string) => {
      const tool = tableTools.find(({ label }) => label === name)
      const { needs } = tool ?? {}
      if (needs && !tableConditions(editor.state).has(needs))
        throw new Error(`${name} is disabled.`)
      tool?.run?.(editor)
      editor.state.doc.check()
    },
    type: (words: string) => editor.view.dispatch(editor.state.tr.insertText(words)),
    /** Whether the editor has a use for the key of its own. */
    press: (key: string, more: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', { key, ...more })
      return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true
    },
    undo: () => {
      const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true })
      editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
    },
    html: () =>
      createLosslessDocument(editor.schema)
        .blocksOf(editor.state.doc)
        .map(({ html }) => html)
        .join(''),
  }
}

const rows = (...cells: string[][]) =>
  cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
const table = (...cells: string[][]) => `<table><tbody>${rows(...cells)}</tbody></table>`
const head = '<thead><tr><th scope="col">h</th><th scope="col">i</th></tr></thead>'

test.each<[tool: string, source: string, expected: string]>([
  ['Add row above', table(['a|', 'b']), table(['X', ''], ['a', 'b'])],
  ['Add row below', table(['a|', 'b'], ['c', 'd']), table(['a', 'b'], ['X', ''], ['c', 'd'])],
  ['Add row below', table(['a', 'b'], ['c|', 'd']), table(['a', 'b'], ['c', 'd'], ['X', ''])],
  [
    'Add row below',
    `<table>${head.replace('h<', 'h|<')}<tbody>${rows(['1', '2'])}</tbody></table>`,
    `<table>${head}<tbody>${rows(['X', ''], ['1', '2'])}</tbody></table>`,
  ],
  [
    'Add row below',
    `<table>${head.replace('h<', 'h|<')}</table>`,
    `<table>${head}<tbody>${rows(['X', ''])}</tbody></table>`,
  ],
  [
    'Add row below',
    '<table><tbody><tr id="r" class="odd"><th scope="row" id="c" style="color: red">a|</th><td align="right">1</td></tr></tbody></table>',
    '<table><tbody><tr id="r" class="odd"><th scope="row" id="c" style="color: red">a</th><td align="right">1</td></tr><tr class="odd"><th scope="row" style="color: red">X</th><td align="right"></td></tr></tbody></table>',
  ],
  [
    'Add row below',
    '<table><tbody><tr><td rowspan="2">a</td><td>b|</td></tr><tr><td>c</td></tr></tbody></table>',
    '<table><tbody><tr><td rowspan="3">a</td><td>b</td></tr><tr><td>X</td></tr><tr><td>c</td></tr></tbody></table>',
  ],
  ['Add row below', table(['a|'], ['b', 'c']), table(['a', ''], ['X', ''], ['b', 'c'])],
  ['Add column before', table(['a|'], ['b']), table(['X', 'a'], ['', 'b'])],
  ['Add column after', table(['a|', 'b'], ['c', 'd']), table(['a', 'X', 'b'], ['c', '', 'd'])],
  [
    'Add column after',
    `<table>${head}<tbody>${rows(['1', '2|'])}</tbody></table>`,
    `<table>${head.replace('</tr>', '<th scope="col"></th></tr>')}<tbody>${rows(['1', '2', 'X'])}</tbody></table>`,
  ],
  [
    'Add column after',
    '<table><tbody><tr><th scope="row">a|</th><td>1</td></tr></tbody></table>',
    '<table><tbody><tr><th scope="row">a</th><td>X</td><td>1</td></tr></tbody></table>',
  ],
  [
    'Add column after',
    '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b|</td><td>c</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="3">a</td></tr><tr><td>b</td><td>X</td><td>c</td></tr></tbody></table>',
  ],
  [
    'Add column after',
    `<table><colgroup><col style="width: 9em"><col></colgroup><tbody>${rows(['a|', 'b'])}</tbody></table>`,
    `<table><colgroup><col style="width: 9em" span="2"><col></colgroup><tbody>${rows(['a', 'X', 'b'])}</tbody></table>`,
  ],
  ['Remove row', table(['a|'], ['b']), table(['Xb'])],
  ['Remove row', table(['a'], ['b|']), table(['aX'])],
  ['Remove row', `${table(['a|'])}<p>p</p>`, '<p>Xp</p>'],
  ['Remove column', table(['a|', 'b'], ['c', 'd']), table(['Xb'], ['d'])],
  [
    'Remove column',
    `<table><colgroup><col class="a"><col class="b"></colgroup><tbody>${rows(['a|', 'b'])}</tbody></table>`,
    `<table><colgroup><col class="b"></colgroup><tbody>${rows(['Xb'])}</tbody></table>`,
  ],
  [
    'Remove column',
    '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b|</td><td>c</td></tr></tbody></table>',
    '<table><tbody><tr><td>a</td></tr><tr><td>Xc</td></tr></tbody></table>',
  ],
  [
    'Merge cells',
    table(['a|', 'b|']),
    '<table><tbody><tr><td colspan="2"><p>a</p><p>bX</p></td></tr></tbody></table>',
  ],
  [
    'Merge cells',
    table(['|a', 'b'], ['', 'd|']),
    '<table><tbody><tr><td colspan="2" rowspan="2"><p>a</p><p>b</p><p>dX</p></td></tr><tr></tr></tbody></table>',
  ],
  [
    'Merge cells',
    table(['a|', '|']),
    '<table><tbody><tr><td colspan="2">aX</td></tr></tbody></table>',
  ],
  [
    'Split cell',
    '<table><tbody><tr><td colspan="2" id="a" class="c">a|</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
    '<table><tbody><tr><td id="a" class="c">aX</td><td class="c"></td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
  ],
  [
    'Header row',
    table(['a|', 'b'], ['c', 'd']),
    `<table><thead><tr><th scope="col">aX</th><th scope="col">b</th></tr></thead><tbody>${rows(['c', 'd'])}</tbody></table>`,
  ],
  [
    'Header row',
    `<table>${head}<tbody class="b">${rows(['1|', '2'])}</tbody></table>`,
    `<table><tbody class="b">${rows(['h', 'i'], ['1X', '2'])}</tbody></table>`,
  ],
  ['Header row', `<table>${head.replace('h<', 'h|<')}</table>`, table(['hX', 'i'])],
  [
    'Header row',
    '<table><tbody><tr><th>a|</th></tr><tr><td>b</td></tr></tbody></table>',
    table(['aX'], ['b']),
  ],
  [
    'Header row',
    '<table><tbody><tr><td rowspan="2">a|</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></tbody></table>',
    '<table><thead><tr><th rowspan="2" scope="col">aX</th><th colspan="2" scope="colgroup">b</th></tr><tr><th scope="col">c</th><th scope="col">d</th></tr></thead><tbody><tr><td>e</td><td>f</td><td>g</td></tr></tbody></table>',
  ],
  ['Caption', table(['a|']), `<table><caption>X</caption><tbody>${rows(['a'])}</tbody></table>`],
  ['Caption', `<table><caption>c</caption><tbody>${rows(['a|'])}</tbody></table>`, table(['aX'])],
  ['Caption', `<table><caption>c|</caption><tbody>${rows(['a'])}</tbody></table>`, table(['Xa'])],
  ['Remove table', `<p>p</p>${table(['a|'])}`, '<p>pX</p>'],
  ['Remove table', table(['a|']), '<p>X</p>'],
])('%s in %s gives %s', async (tool, source, expected) => {
  const { run, type, html, undo } = await write(source)
  const before = html()
  run(tool)
  type('X')
  expect(html()).toBe(expected)
  for (let presses = 0; presses < 3; presses += 1) undo()
  expect(html()).toBe(before)
})

test('an empty caption is not written', async () => {
  const { run, html } = await write(table(['a|']))
  run('Caption')
  expect(html()).toBe(table(['a']))
})

test.each([
  [
    '<p>|</p>',
    true,
    `<table>${head.replace('h<', 'X<').replace('i<', '<')}<tbody>${rows(['', ''])}</tbody></table><p><br></p>`,
  ],
  ['<p>a|b</p>', false, `<p>a</p>${table(['X', ''], ['', ''])}<p>b</p>`],
  ['<ul><li>a|</li></ul>', false, `<ul><li>a${table(['X', ''], ['', ''])}<p><br></p></li></ul>`],
])('a table put into %s is written tidily', async (source, header, expected) => {
  const { editor, type, html } = await write(source)
  insertTable(editor, { rows: 2, columns: 2, header })
  type('X')
  expect(html()).toBe(expected)
})

test('Enter in a cell begins another line of it', async () => {
  const { editor, type, html } = await write(table(['a|']))
  editor.commands.keyboardShortcut('Enter')
  type('X')
  expect(html()).toBe('<table><tbody><tr><td><p>a</p><p>X</p></td></tr></tbody></table>')
})

test('a table with rows of different length is left alone while words are typed in it', async () => {
  const { type, html } = await write(table(['a|'], ['b', 'c']))
  type('X')
  expect(html()).toBe(table(['aX'], ['b', 'c']))
})

test('no table is changed by edits around it', async () => {
  const uneven = table(['a'], ['b', 'c'])
  const { editor, html } = await write(`<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p>${uneven}<p>|x</p>`)
  editor.view.dispatch(editor.state.tr.delete(0, 15))
  expect(html()).toBe(`${uneven}<p>x</p>`)
})

test('Tab goes from cell to cell, and out of the table at its ends', async () => {
  const { press, type, html } = await write(
    '<table><tbody><tr><td>a|</td><td></td></tr><tr><td></td><td></td></tr></tbody></table><p>z</p>',
  )
  for (const word of ['b', 'c', 'd']) {
    expect(press('Tab')).toBe(true)
    type(word)
  }
  expect(press('Tab')).toBe(false)
  for (let cell = 0; cell < 3; cell += 1) expect(press('Tab', { shiftKey: true })).toBe(true)
  expect(press('Tab', { shiftKey: true })).toBe(false)
  type('A')
  expect(html()).toContain('<tr><td>A</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>')
})

test('Tab outside of tables, and with other keys, is left to the browser', async () => {
  const { press } = await write('<table><tbody><tr><td>a</td></tr></tbody></table><p>z|</p>')
  expect(press('Tab')).toBe(false)
  const { press: inTable } = await write(
    '<table><tbody><tr><td>a|</td><td>b</td></tr></tbody></table>',
  )
  expect(inTable('Tab', { ctrlKey: true })).toBe(false)
})
