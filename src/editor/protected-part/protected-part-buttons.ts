import type { Editor } from '@tiptap/core'
import {
  canMovePart,
  editPart,
  movePart,
  removePart,
  selectPart,
  type MoveBy,
} from './protected-part-actions.ts'
import styles from './protected-part.module.css'
import { shownKeys } from '#ui/commands.ts'

const SVG = 'http://www.w3.org/2000/svg'

const MOVES = {
  up: { by: -1, label: 'Move protected part up', keys: 'Alt-↑', path: 'M12 19V5m-7 7 7-7 7 7' },
  down: { by: 1, label: 'Move protected part down', keys: 'Alt-↓', path: 'M12 5v14m7-7-7 7-7-7' },
} as const

/**
 * What can be done with a protected part. Tab leads to the buttons while the part is selected, so that
 * a text with many parts is not as many stops.
 */
export function partButtons(editor: Editor, getPos: () => number | undefined) {
  const button = (name: string, label: string, title: string, act: (pos: number) => void) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = styles['button'] ?? ''
    element.dataset['part'] = name
    element.tabIndex = -1
    element.setAttribute('aria-label', label)
    element.title = title
    element.addEventListener('click', () => {
      const pos = getPos()
      if (pos !== undefined) act(pos)
    })
    return element
  }

  const move = (name: keyof typeof MOVES) => {
    const { by, label, keys, path } = MOVES[name]
    const title = `${label} (${shownKeys(keys)})`
    const element = button(name, label, title, (pos) => press(pos, by, name))
    element.append(icon(path))
    return element
  }
  const press = (pos: number, by: MoveBy, name: string) => {
    const moved = movePart(editor, pos, by)
    if (moved === null) return selectPart(editor, pos)
    // The part is drawn anew where it is now: pressing again goes on with it.
    const dom = editor.view.nodeDOM(moved)
    if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>(`[data-part=${name}]`)?.focus()
  }

  const edit = button('edit', 'Edit as HTML: protected part', 'Edit as HTML (Enter)', (pos) =>
    editPart(editor, pos),
  )
  edit.textContent = 'Edit as HTML'
  const up = move('up')
  const down = move('down')
  const remove = button(
    'remove',
    'Remove protected part',
    'Remove protected part (Delete)',
    (pos) => {
      removePart(editor, pos)
      editor.view.focus()
    },
  )
  remove.append(icon('M6 6l12 12M18 6 6 18'))

  const dom = document.createElement('span')
  dom.className = styles['buttons'] ?? ''
  dom.append(edit, up, down, remove)
  const showMoves = () => {
    const pos = getPos()
    if (pos === undefined) return
    const { doc } = editor.state
    up.ariaDisabled = String(!canMovePart(doc, pos, -1))
    down.ariaDisabled = String(!canMovePart(doc, pos, 1))
  }
  return {
    dom,
    setSelected(selected: boolean) {
      for (const each of [edit, up, down, remove]) each.tabIndex = selected ? 0 : -1
      // A part that was moved stays selected, with other neighbours.
      editor.off('transaction', showMoves)
      if (!selected) return
      editor.on('transaction', showMoves)
      showMoves()
    },
  }
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
