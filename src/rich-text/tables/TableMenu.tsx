import type { Editor } from '@tiptap/core'
import { Table2 } from 'lucide-react'
import { ToolButton } from '#rich-text/ToolButton.tsx'
import { ToolMenu } from '#rich-text/ToolMenu.tsx'
import { tableConditions } from './table-conditions.ts'
import styles from './TableMenu.module.css'
import { tableTools } from './table-tools.ts'

type TableMenuProps = { editor: Editor; tabIndex: number }

/** What can be done with the table at the caret, in a menu of the toolbar. */
export function TableMenu({ editor, tabIndex }: TableMenuProps) {
  return (
    <ToolMenu
      name="table"
      label="Table"
      face={<Table2 aria-hidden size={18} />}
      atEnd
      tabIndex={tabIndex}
    >
      <TableTools editor={editor} />
    </ToolMenu>
  )
}

/** Rendered while the menu is open: what it has to know takes a look at the whole table. */
function TableTools({ editor }: { editor: Editor }) {
  const conditions = tableConditions(editor.state)
  return (
    <>
      {tableTools.map((tool) => (
        <ToolButton key={tool.name} tool={tool} editor={editor} conditions={conditions} inMenu />
      ))}
      <p className={styles.hint}>
        Arrow keys move between cells. Select several with Shift and arrow keys, or by dragging.
      </p>
    </>
  )
}
