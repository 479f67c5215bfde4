import type { Editor } from '@tiptap/core'
import { Ellipsis } from 'lucide-react'
import { type ReactNode, type RefObject, useCallback, useMemo, useSyncExternalStore } from 'react'
import { LazyTableMenu } from '#editor/tables/LazyTableMenu.tsx'
import styles from './Toolbar.module.css'
import { ToolButton } from './ToolButton.tsx'
import { ToolMenu } from './ToolMenu.tsx'
import { ToolRow } from './ToolRow.tsx'
import {
  changePictureTool,
  mainTools,
  moreTools,
  redoTool,
  styleTools,
  undoTool,
  wideTools,
  type Tool,
  type ToolDialog,
} from './tools.ts'
import { currentConditions } from './editor-conditions.ts'

type ToolbarProps = {
  ref: RefObject<HTMLDivElement | null>
  editor: Editor
  label: string
  /** Id of the text area. */
  controls: string
  onOpen: (dialog: ToolDialog) => void
  /** Tools behind all others. */
  children?: ReactNode
}

/** Always in the row, so that the toolbar can be entered at every width. */
const FIRST_STOP = 'bold'

/** The tools of the visual editor. What has no room in the row is in its menus. */
export function Toolbar({ ref, editor, label, controls, onOpen, children }: ToolbarProps) {
  const conditions = useConditions(editor)

  const button = (tool: Tool, stop: string, wideOnly = false) => (
    <ToolButton
      key={tool.name}
      tool={tool}
      editor={editor}
      conditions={conditions}
      onOpen={onOpen}
      wideOnly={wideOnly}
      tabIndex={stop === tool.name ? 0 : -1}
    />
  )
  const item = (tool: Tool) => (
    <ToolButton
      key={tool.name}
      tool={tool}
      editor={editor}
      conditions={conditions}
      onOpen={onOpen}
      inMenu
    />
  )
  const style = styleTools.find(({ on }) => on !== undefined && conditions.has(on))

  return (
    <ToolRow
      ref={ref}
      label={label}
      controls={controls}
      firstStop={FIRST_STOP}
      onEscape={() => editor.commands.focus()}
    >
      {(stop) => (
        <>
          <ToolMenu
            name="style"
            label={`Text style: ${style?.label ?? 'Other'}`}
            face={style?.label ?? 'Other'}
            wideOnly
            tabIndex={stop === 'style' ? 0 : -1}
          >
            {styleTools.map(item)}
          </ToolMenu>
          {mainTools.map((tool) => button(tool, stop))}
          {wideTools.map((tool) => button(tool, stop, true))}
          {button(undoTool, stop)}
          {button(redoTool, stop, true)}
          {conditions.has('inTable') && (
            <LazyTableMenu editor={editor} tabIndex={stop === 'table' ? 0 : -1} />
          )}
          {conditions.has('picture') && button(changePictureTool, stop)}
          <ToolMenu
            name="more"
            atEnd
            label="More formatting"
            face={
              <>
                <Ellipsis aria-hidden size={18} />
                <span className={styles.moreWord}>More</span>
              </>
            }
            tabIndex={stop === 'more' ? 0 : -1}
          >
            <div className={styles.narrowOnly}>
              {[...styleTools, ...wideTools, redoTool].map(item)}
            </div>
            {moreTools.map(item)}
          </ToolMenu>
          {children}
        </>
      )}
    </ToolRow>
  )
}

/** What is true of the place where the caret is. Renders only when something of it changes. */
function useConditions(editor: Editor): ReadonlySet<string> {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  // A string, because two that say the same are the same.
  const conditions = useSyncExternalStore(subscribe, () => currentConditions(editor))
  return useMemo(() => new Set(conditions.split(' ')), [conditions])
}
