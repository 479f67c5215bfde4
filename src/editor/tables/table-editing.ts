import { Plugin, type EditorState } from '@tiptap/pm/state'
import { goToNextCell, tableEditing, TableMap } from '@tiptap/pm/tables'
import { gridAround } from './grid-around.ts'
import { pasteIntoCells } from './paste-into-cells.ts'

/**
 * The library's plugin: cells selected by Shift with an arrow key or by dragging, arrow keys and Tab
 * from cell to cell, cells pasted into cells. Two things are different. It repairs no table by itself, because
 * rows of different length are no reason to change what somebody wrote: the commands that need even
 * rows see to it. And in such a table cells cannot be selected, which would count wrong.
 */
export function tableEditingPlugin(): Plugin {
  const library = tableEditing()
  const { handleKeyDown, handlePaste, handleDOMEvents, ...props } = library.props
  return new Plugin({
    ...library.spec,
    props: {
      ...props,
      handleKeyDown(view, event) {
        if (/^(?:Arrow|Tab)/.test(event.key) && isUneven(view.state)) return false
        // Behind the last cell, and before the first, Tab leaves the text as anywhere else in it.
        if (event.key === 'Tab' && !(event.ctrlKey || event.altKey || event.metaKey)) {
          return goToNextCell(event.shiftKey ? -1 : 1)(view.state, view.dispatch)
        }
        return handleKeyDown?.call(library, view, event)
      },
      handlePaste(view, event, slice) {
        if (isUneven(view.state)) return false
        return pasteIntoCells(view, slice, (cells) =>
          Boolean(handlePaste?.call(library, view, event, cells)),
        )
      },
      handleDOMEvents: {
        mousedown(view, event) {
          const cell = event.target instanceof Element && event.target.closest('td, th')
          if (cell && view.dom.contains(cell)) {
            const grid = gridAround(view.state.doc.resolve(view.posAtDOM(cell, 0)))
            if (grid && TableMap.get(grid.node).problems) return false
          }
          return handleDOMEvents?.mousedown?.call(library, view, event)
        },
      },
    },
    // Told that nothing changed, the library looks only at the selection.
    appendTransaction: (transactions, _before, state) =>
      library.spec.appendTransaction?.call(library, transactions, state, state),
  })
}

function isUneven({ selection }: EditorState): boolean {
  const grid = gridAround(selection.$head)
  return grid !== null && TableMap.get(grid.node).problems !== null
}
