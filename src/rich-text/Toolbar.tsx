import type { Editor } from '@tiptap/core'
import { Ellipsis } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { LazyTableMenu } from './tables/LazyTableMenu.tsx'
import styles from './Toolbar.module.css'
import field from './RichTextField.module.css'
import { ToolButton } from './ToolButton.tsx'
import { ToolMenu } from './ToolMenu.tsx'
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
import { useConditions } from './use-conditions.ts'

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

/** A toolbar after the ARIA pattern: one tab stop, arrows, Home, End, Escape back to the text. */
export function Toolbar({ ref, editor, label, controls, onOpen, children }: ToolbarProps) {
  const [stop, setStop] = useState(FIRST_STOP)
  const conditions = useConditions(editor)

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      editor.commands.focus()
      return
    }
    const tools = [
      ...(ref.current?.querySelectorAll<HTMLElement>(
        ':scope > [data-tool], :scope > * > [data-tool]',
      ) ?? []),
    ].filter((tool) => tool.checkVisibility?.() ?? true)
    const at = tools.findIndex((tool) => tool === document.activeElement)
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % tools.length,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }
    const target = targets[event.key]
    if (at < 0 || target === undefined) return
    event.preventDefault()
    tools.at(target)?.focus()
  }

  const button = (tool: Tool, wideOnly: boolean) => (
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
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      className={field.toolbar}
      onKeyDown={move}
      // The text keeps the focus and its selection while a tool is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onFocus={({ target }) => {
        if (target.parentElement?.closest('[popover]') === null) {
          setStop(target.dataset['tool'] ?? FIRST_STOP)
        }
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setStop(FIRST_STOP)
      }}
    >
      <ToolMenu
        name="style"
        label={`Text style: ${style?.label ?? 'Other'}`}
        face={style?.label ?? 'Other'}
        wideOnly
        tabIndex={stop === 'style' ? 0 : -1}
      >
        {styleTools.map(item)}
      </ToolMenu>
      {mainTools.map((tool) => button(tool, false))}
      {wideTools.map((tool) => button(tool, true))}
      {button(undoTool, false)}
      {button(redoTool, true)}
      {conditions.has('inTable') && (
        <LazyTableMenu editor={editor} tabIndex={stop === 'table' ? 0 : -1} />
      )}
      {conditions.has('picture') && button(changePictureTool, false)}
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
        <div className={styles.narrowOnly}>{[...styleTools, ...wideTools, redoTool].map(item)}</div>
        {moreTools.map(item)}
      </ToolMenu>
      {children}
    </div>
  )
}
