import { CellSelection } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { editorWith } from '#editor/paste/testing/paste-into.ts'

const OLD = '<table><tr><td>A1|</td><td>B1</td></tr><tr><td></td><td>B2</td></tr></table>'
const NEW = '<table><tr><td>x1</td><td>y1</td></tr><tr><td>x2</td><td>y2</td></tr></table>'

test.each(['of another program', 'of this editor'])(
  'a table %s over cells says which words it replaced, and can be undone',
  async (whose) => {
    const other = await editorWith(NEW)
    other.selectAll()
    const text = await editorWith(OLD)
    const before = text.html()
    await text.paste(whose === 'of this editor' ? other.copy() : { html: NEW })
    expect(text.html()).toBe(
      NEW.replace('<table>', '<table><tbody>').replace('</table>', '</tbody></table>'),
    )
    const notice = text.notice()
    expect(notice?.says).toBe('3 cells were replaced.')
    text.undo()
    expect(text.html()).toBe(before)
  },
)

test('nothing is said when the cells were empty', async () => {
  const text = await editorWith('<p>a</p><table><tr><td></td><td>|</td></tr></table>')
  await text.paste({ html: NEW })
  expect(text.html()).toContain('<td>x2</td><td>y2</td>')
  expect(text.notice()?.says ?? '').toBe('')
})

test('a caption that has no room in a cell is told', async () => {
  const text = await editorWith('<table><tr><td>|</td></tr></table>')
  await text.paste({ html: NEW.replace('<tr>', '<caption>Two by two</caption><tr>') })
  expect(text.notice()?.says).toBe('The caption “Two by two” was left out.')
})

test('of a table that is larger than the selected cells nothing is lost', async () => {
  const text = await editorWith('<table><tr><td>A1|</td><td>B1</td></tr></table>')
  const { view } = text.editor
  const cell = view.state.selection.$from.before(-1)
  view.dispatch(view.state.tr.setSelection(CellSelection.create(view.state.doc, cell)))
  await text.paste({ html: NEW })
  expect(text.html()).toContain('<td>x1</td><td>y1</td></tr><tr><td>x2</td><td>y2</td>')
  expect(text.notice()?.says).toBe('1 cell was replaced.')
})

test('a list over selected cells is a list in each', async () => {
  const text = await editorWith('<table><tr><td>A1|</td><td>B1</td></tr></table>')
  const { view } = text.editor
  const cell = view.state.selection.$from.before(-1)
  const next = cell + (view.state.doc.nodeAt(cell)?.nodeSize ?? 0)
  view.dispatch(view.state.tr.setSelection(CellSelection.create(view.state.doc, cell, next)))
  await text.paste({ html: '<ul><li>a</li><li>b</li></ul>' })
  expect(text.html()).toBe(
    '<table><tbody><tr><td><ul><li>a</li><li>b</li></ul></td><td><ul><li>a</li><li>b</li></ul></td></tr></tbody></table>',
  )
})

test('a table that is pasted before the code for cells is there waits for it', async () => {
  const text = await editorWith(OLD, { tables: 'not yet' })
  await text.paste({ html: NEW })
  expect(text.html()).not.toContain('<td><table>')
  expect(text.notice()?.says).toBe('3 cells were replaced.')
})
